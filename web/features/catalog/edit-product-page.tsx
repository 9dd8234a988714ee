import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { answerOf, api, intent } from '../../api/client.ts'
import type { ChangeBody, Product } from '../../api/types.ts'
import { archiveWords } from '../../shared/archive.tsx'
import { Page } from '../../shared/page.tsx'
import { Loaded } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { bodyOf, newProductValues, ProductForm, valuesOf } from './product-form.tsx'
import { useProduct } from './product-page.tsx'

export function NewProductPage() {
  const navigate = useNavigate()
  const add = useWrite(
    (body: ReturnType<typeof bodyOf>, key) => answerOf(api.POST('/v1/products', { body, headers: intent(key) })),
    ({ id }) => void navigate({ to: '/products/$ref', params: { ref: id } }),
  )
  return (
    <Page title="Add a product" back={{ to: '/products', label: 'Products' }}>
      <ProductForm
        initial={newProductValues()}
        isNew
        submit="Add the product"
        sending={add.sending}
        problem={add.problem}
        onSubmit={(values) => add.send(bodyOf(values))}
      />
    </Page>
  )
}

export function EditProductPage({ productRef }: { productRef: string }) {
  const product = useProduct(productRef)
  return (
    <Page
      title={product.data ? `Change ${product.data.sku}` : 'Change a product'}
      back={{ to: `/products/${productRef}`, label: 'Product' }}
    >
      <Loaded of={product}>{(got) => <EditProduct product={got} />}</Loaded>
    </Page>
  )
}

function EditProduct({ product }: { product: Product }) {
  const navigate = useNavigate()
  const change = useWrite(
    (body: ChangeBody<'/v1/products/{id}'>, key) =>
      answerOf(api.PATCH('/v1/products/{id}', { params: { path: { id: product.id } }, body, headers: intent(key) })),
    ({ id }) => void navigate({ to: '/products/$ref', params: { ref: id } }),
  )
  return (
    <ProductForm
      initial={valuesOf(product)}
      isNew={false}
      submit="Save"
      sending={change.sending}
      problem={change.problem}
      onSubmit={(values) => {
        const { baseUnit: _, ...body } = bodyOf(values)
        change.send(body)
      }}
      aside={
        <Button
          variant="default"
          loading={change.sending}
          onClick={() => change.send({ archived: product.archivedAt === null })}
        >
          {archiveWords(product)}
        </Button>
      }
    />
  )
}
