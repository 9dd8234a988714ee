/** web/shared/mark.tsx — the mark of Firstout: three batches on a stack, and the first one leaves. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#0d4b4b" />
      <rect x="8" y="20" width="16" height="4" rx="1.2" fill="#fff" opacity=".45" />
      <rect x="8" y="14" width="16" height="4" rx="1.2" fill="#fff" opacity=".75" />
      <path d="M9.2 8h9.6V6.2l6.2 3.8-6.2 3.8V12H9.2A1.2 1.2 0 0 1 8 10.8V9.2A1.2 1.2 0 0 1 9.2 8z" fill="#f8bf4f" />
    </svg>
  )
}
