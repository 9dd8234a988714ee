/** Generated from docs/openapi.json by `npm run check -- --write`. */
export interface paths {
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events: a line whenever something of the account changed */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a photo or a paper, to be named by what it proves: JPEG, PNG, WebP or PDF, at most 5 MB */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        name: string;
                        /** @description In base64 */
                        content: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            contentType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
                            bytes: number;
                            addedBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            addedAt: string;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A photo or a paper, as it was kept */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            expiresAt: string;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Sign out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and to which account */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            /** @enum {string} */
                            role: "owner" | "manager" | "quality" | "warehouse" | "auditor";
                            /** @description What this role may do */
                            may: ("look" | "change account" | "change products" | "change partners" | "change places" | "correct batches" | "receive" | "adjust stock" | "reverse moves" | "count" | "approve counts" | "set limits" | "hold" | "lift holds" | "change rules" | "order" | "record history" | "request transfers" | "approve transfers" | "ship" | "force picks" | "return" | "inspect returns" | "dispose" | "keep files" | "verify" | "read audit" | "manage people")[];
                            account: {
                                name: string;
                                currency: string;
                            };
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the own password; other sessions end, and this one goes on */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            expiresAt: string;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a person a new password; all sessions of that person end */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a name or role, or disable a person. Sessions end with it; keys which that person made are the account's, go on and are listed */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** @enum {string} */
                        role?: "owner" | "manager" | "quality" | "warehouse" | "auditor";
                        disabled?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            email: string;
                            name: string;
                            /** @enum {string} */
                            role: "owner" | "manager" | "quality" | "warehouse" | "auditor";
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            disabledAt: string | null;
                            /** @description Made by this person and still valid */
                            keys: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                role: "owner" | "manager" | "quality" | "warehouse" | "auditor";
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                expiresAt: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of the account */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                email: string;
                                name: string;
                                /** @enum {string} */
                                role: "owner" | "manager" | "quality" | "warehouse" | "auditor";
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                createdAt: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                disabledAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a person */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        email: string;
                        name: string;
                        /** @enum {string} */
                        role: "owner" | "manager" | "quality" | "warehouse" | "auditor";
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            email: string;
                            name: string;
                            /** @enum {string} */
                            role: "owner" | "manager" | "quality" | "warehouse" | "auditor";
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            disabledAt: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API keys */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                name: string;
                                hint: string;
                                /** @enum {string} */
                                role: "owner" | "manager" | "quality" | "warehouse" | "auditor";
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                createdAt: string;
                                createdBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                expiresAt: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                revokedAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make an API key; it is shown this once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        name: string;
                        /** @enum {string} */
                        role: "owner" | "manager" | "quality" | "warehouse" | "auditor";
                        /**
                         * Format: instant
                         * @description ISO 8601 with zone; kept to the millisecond
                         */
                        expiresAt: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            role: "owner" | "manager" | "quality" | "warehouse" | "auditor";
                            hint: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            expiresAt: string;
                            key: string;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key at once */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed what, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description UUID; version 7 is best */
                    subject?: string;
                    kind?: "account" | "adjustment" | "api_key" | "batch" | "client" | "count" | "customer" | "delivery" | "disposal" | "hold" | "inbound" | "lot" | "move" | "order" | "parcel" | "person" | "pick_wave" | "place" | "pool" | "product" | "receipt" | "relocation" | "return" | "rule" | "service" | "shipment" | "supplier" | "transfer" | "warehouse" | "zone";
                    /** @description Part of the name of the person or key */
                    who?: string;
                    /** @description ISO 8601 with zone; kept to the millisecond */
                    from?: string;
                    /** @description ISO 8601 with zone; kept to the millisecond */
                    until?: string;
                    /** @description Part of the number or name of a thing, the reason, the address or the request */
                    text?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                at: string;
                                actorName: string;
                                source: string;
                                requestId: string | null;
                                action: string;
                                subjectKind: string;
                                /** @description UUID; version 7 is best */
                                subjectId: string;
                                before: unknown;
                                after: unknown;
                                reason: string | null;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a spreadsheet, complete */
        get: {
            parameters: {
                query?: {
                    /** @description UUID; version 7 is best */
                    subject?: string;
                    kind?: "account" | "adjustment" | "api_key" | "batch" | "client" | "count" | "customer" | "delivery" | "disposal" | "hold" | "inbound" | "lot" | "move" | "order" | "parcel" | "person" | "pick_wave" | "place" | "pool" | "product" | "receipt" | "relocation" | "return" | "rule" | "service" | "shipment" | "supplier" | "transfer" | "warehouse" | "zone";
                    /** @description Part of the name of the person or key */
                    who?: string;
                    /** @description ISO 8601 with zone; kept to the millisecond */
                    from?: string;
                    /** @description ISO 8601 with zone; kept to the millisecond */
                    until?: string;
                    /** @description Part of the number or name of a thing, the reason, the address or the request */
                    text?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The account and its settings */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            currency: string;
                            /** @description GS1 company prefix: 4 to 12 digits; the SSCC of parcels begin with it */
                            gs1Prefix: string | null;
                            /** @description Minor units. A difference found by a count that is worth more is approved by another person; null: none has to be. The owner changes it */
                            countLimit: number | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the settings of the account */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description GS1 company prefix: 4 to 12 digits; the SSCC of parcels begin with it */
                        gs1Prefix?: string | null;
                        /** @description Minor units. A difference found by a count that is worth more is approved by another person; null: none has to be. The owner changes it */
                        countLimit?: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            currency: string;
                            /** @description GS1 company prefix: 4 to 12 digits; the SSCC of parcels begin with it */
                            gs1Prefix: string | null;
                            /** @description Minor units. A difference found by a count that is worth more is approved by another person; null: none has to be. The owner changes it */
                            countLimit: number | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products by SKU */
        get: {
            parameters: {
                query?: {
                    /** @description List what is archived too */
                    archived?: boolean;
                    text?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                sku: string;
                                name: string;
                                category: string;
                                /** @description UUID; version 7 is best */
                                clientId: string | null;
                                /** @enum {string} */
                                baseUnit: "each" | "gram" | "millilitre";
                                /** @enum {string} */
                                tracking: "none" | "batch" | "serial";
                                /** @enum {string} */
                                dates: "none" | "optional" | "required";
                                /** @enum {string} */
                                batchIdentity: "product" | "supplier";
                                /** @enum {string} */
                                rotation: "fefo" | "fifo" | "lifo";
                                lifeDays: number | null;
                                receiptLifeDaysMin: number | null;
                                /** @enum {string} */
                                receiptLifeAction: "accept" | "hold" | "refuse";
                                deliveryLifeDaysMin: number | null;
                                deliveryLifePercentMin: number | null;
                                prescription: boolean;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                createdAt: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                archivedAt: string | null;
                                packs: {
                                    name: string;
                                    quantity: number;
                                    gtin: string | null;
                                }[];
                                /** @description What one of it is made of; empty where it is no kit and lies in stock itself */
                                kit: {
                                    /** @description UUID; version 7 is best */
                                    partId: string;
                                    sku: string;
                                    name: string;
                                    /** @description Base units in one kit */
                                    quantity: number;
                                }[];
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a product */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        sku: string;
                        name: string;
                        /** @enum {string} */
                        baseUnit?: "each" | "gram" | "millilitre";
                        /** @description Id or code */
                        client?: string | null;
                        category?: string;
                        /** @enum {string} */
                        tracking?: "none" | "batch" | "serial";
                        /** @enum {string} */
                        dates?: "none" | "optional" | "required";
                        /** @enum {string} */
                        batchIdentity?: "product" | "supplier";
                        /** @enum {string} */
                        rotation?: "fefo" | "fifo" | "lifo";
                        lifeDays?: number | null;
                        receiptLifeDaysMin?: number | null;
                        /** @enum {string} */
                        receiptLifeAction?: "accept" | "hold" | "refuse";
                        deliveryLifeDaysMin?: number | null;
                        deliveryLifePercentMin?: number | null;
                        /** @description A prescription drug: it is destroyed only with two signatures */
                        prescription?: boolean;
                        /** @description GTIN-8, 12, 13 or 14 */
                        gtin?: string | null;
                        packs?: {
                            name: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            /** @description GTIN-8, 12, 13 or 14 */
                            gtin?: string | null;
                        }[];
                        /** @description What one of it is made of, where it is sold as one and leaves as its parts; null: it is no kit */
                        kit?: {
                            /** @description Id or code */
                            product: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            pack?: string;
                        }[] | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            sku: string;
                            name: string;
                            category: string;
                            /** @description UUID; version 7 is best */
                            clientId: string | null;
                            /** @enum {string} */
                            baseUnit: "each" | "gram" | "millilitre";
                            /** @enum {string} */
                            tracking: "none" | "batch" | "serial";
                            /** @enum {string} */
                            dates: "none" | "optional" | "required";
                            /** @enum {string} */
                            batchIdentity: "product" | "supplier";
                            /** @enum {string} */
                            rotation: "fefo" | "fifo" | "lifo";
                            lifeDays: number | null;
                            receiptLifeDaysMin: number | null;
                            /** @enum {string} */
                            receiptLifeAction: "accept" | "hold" | "refuse";
                            deliveryLifeDaysMin: number | null;
                            deliveryLifePercentMin: number | null;
                            prescription: boolean;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            archivedAt: string | null;
                            packs: {
                                name: string;
                                quantity: number;
                                gtin: string | null;
                            }[];
                            /** @description What one of it is made of; empty where it is no kit and lies in stock itself */
                            kit: {
                                /** @description UUID; version 7 is best */
                                partId: string;
                                sku: string;
                                name: string;
                                /** @description Base units in one kit */
                                quantity: number;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One product, by id or SKU */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            sku: string;
                            name: string;
                            category: string;
                            /** @description UUID; version 7 is best */
                            clientId: string | null;
                            /** @enum {string} */
                            baseUnit: "each" | "gram" | "millilitre";
                            /** @enum {string} */
                            tracking: "none" | "batch" | "serial";
                            /** @enum {string} */
                            dates: "none" | "optional" | "required";
                            /** @enum {string} */
                            batchIdentity: "product" | "supplier";
                            /** @enum {string} */
                            rotation: "fefo" | "fifo" | "lifo";
                            lifeDays: number | null;
                            receiptLifeDaysMin: number | null;
                            /** @enum {string} */
                            receiptLifeAction: "accept" | "hold" | "refuse";
                            deliveryLifeDaysMin: number | null;
                            deliveryLifePercentMin: number | null;
                            prescription: boolean;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            archivedAt: string | null;
                            packs: {
                                name: string;
                                quantity: number;
                                gtin: string | null;
                            }[];
                            /** @description What one of it is made of; empty where it is no kit and lies in stock itself */
                            kit: {
                                /** @description UUID; version 7 is best */
                                partId: string;
                                sku: string;
                                name: string;
                                /** @description Base units in one kit */
                                quantity: number;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a product */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        sku?: string;
                        name?: string;
                        archived?: boolean;
                        reason?: string;
                        /** @description Id or code */
                        client?: string | null;
                        category?: string;
                        /** @enum {string} */
                        tracking?: "none" | "batch" | "serial";
                        /** @enum {string} */
                        dates?: "none" | "optional" | "required";
                        /** @enum {string} */
                        batchIdentity?: "product" | "supplier";
                        /** @enum {string} */
                        rotation?: "fefo" | "fifo" | "lifo";
                        lifeDays?: number | null;
                        receiptLifeDaysMin?: number | null;
                        /** @enum {string} */
                        receiptLifeAction?: "accept" | "hold" | "refuse";
                        deliveryLifeDaysMin?: number | null;
                        deliveryLifePercentMin?: number | null;
                        /** @description A prescription drug: it is destroyed only with two signatures */
                        prescription?: boolean;
                        /** @description GTIN-8, 12, 13 or 14 */
                        gtin?: string | null;
                        packs?: {
                            name: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            /** @description GTIN-8, 12, 13 or 14 */
                            gtin?: string | null;
                        }[];
                        /** @description What one of it is made of, where it is sold as one and leaves as its parts; null: it is no kit */
                        kit?: {
                            /** @description Id or code */
                            product: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            pack?: string;
                        }[] | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            sku: string;
                            name: string;
                            category: string;
                            /** @description UUID; version 7 is best */
                            clientId: string | null;
                            /** @enum {string} */
                            baseUnit: "each" | "gram" | "millilitre";
                            /** @enum {string} */
                            tracking: "none" | "batch" | "serial";
                            /** @enum {string} */
                            dates: "none" | "optional" | "required";
                            /** @enum {string} */
                            batchIdentity: "product" | "supplier";
                            /** @enum {string} */
                            rotation: "fefo" | "fifo" | "lifo";
                            lifeDays: number | null;
                            receiptLifeDaysMin: number | null;
                            /** @enum {string} */
                            receiptLifeAction: "accept" | "hold" | "refuse";
                            deliveryLifeDaysMin: number | null;
                            deliveryLifePercentMin: number | null;
                            prescription: boolean;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            archivedAt: string | null;
                            packs: {
                                name: string;
                                quantity: number;
                                gtin: string | null;
                            }[];
                            /** @description What one of it is made of; empty where it is no kit and lies in stock itself */
                            kit: {
                                /** @description UUID; version 7 is best */
                                partId: string;
                                sku: string;
                                name: string;
                                /** @description Base units in one kit */
                                quantity: number;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/suppliers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Suppliers by code */
        get: {
            parameters: {
                query?: {
                    /** @description List what is archived too */
                    archived?: boolean;
                    text?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                code: string;
                                name: string;
                                email: string | null;
                                phone: string | null;
                                address: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                createdAt: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                archivedAt: string | null;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a supplier */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        code: string;
                        name: string;
                        email?: string | null;
                        phone?: string | null;
                        address?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            code: string;
                            name: string;
                            email: string | null;
                            phone: string | null;
                            address: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            archivedAt: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suppliers/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One supplier, by id or code */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            code: string;
                            name: string;
                            email: string | null;
                            phone: string | null;
                            address: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            archivedAt: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suppliers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a supplier */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code?: string;
                        name?: string;
                        archived?: boolean;
                        reason?: string;
                        email?: string | null;
                        phone?: string | null;
                        address?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            code: string;
                            name: string;
                            email: string | null;
                            phone: string | null;
                            address: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            archivedAt: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers by code */
        get: {
            parameters: {
                query?: {
                    /** @description List what is archived too */
                    archived?: boolean;
                    text?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                code: string;
                                name: string;
                                email: string | null;
                                phone: string | null;
                                address: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                createdAt: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                archivedAt: string | null;
                                country: string | null;
                                deliveryLifeDaysMin: number | null;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a customer */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        code: string;
                        name: string;
                        email?: string | null;
                        phone?: string | null;
                        address?: string | null;
                        /** @description ISO 3166-1 alpha-2 */
                        country?: string | null;
                        deliveryLifeDaysMin?: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            code: string;
                            name: string;
                            email: string | null;
                            phone: string | null;
                            address: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            archivedAt: string | null;
                            country: string | null;
                            deliveryLifeDaysMin: number | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One customer, by id or code */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            code: string;
                            name: string;
                            email: string | null;
                            phone: string | null;
                            address: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            archivedAt: string | null;
                            country: string | null;
                            deliveryLifeDaysMin: number | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a customer */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code?: string;
                        name?: string;
                        archived?: boolean;
                        reason?: string;
                        email?: string | null;
                        phone?: string | null;
                        address?: string | null;
                        /** @description ISO 3166-1 alpha-2 */
                        country?: string | null;
                        deliveryLifeDaysMin?: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            code: string;
                            name: string;
                            email: string | null;
                            phone: string | null;
                            address: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            archivedAt: string | null;
                            country: string | null;
                            deliveryLifeDaysMin: number | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Brands whose goods are kept here, by code */
        get: {
            parameters: {
                query?: {
                    /** @description List what is archived too */
                    archived?: boolean;
                    text?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                code: string;
                                name: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                createdAt: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                archivedAt: string | null;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a client: a brand whose goods are kept here */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        code: string;
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            code: string;
                            name: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            archivedAt: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a client, archive it or bring it back */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code?: string;
                        name?: string;
                        archived?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            code: string;
                            name: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            archivedAt: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/set-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this installation still waits for its first account */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            needed: boolean;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** First account, owner and warehouse; signs the owner in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        account: {
                            name: string;
                            /** @description ISO 4217 */
                            currency?: string;
                        };
                        owner: {
                            email: string;
                            name: string;
                            password: string;
                        };
                        warehouse: {
                            code: string;
                            name: string;
                            timeZone: string;
                            address?: string | null;
                            /** @description HH:MM */
                            cutOff?: string;
                            /** @description Days of the week; 1 is Monday, 7 Sunday */
                            workingDays?: number[];
                            /** @description Where orders are routed: the lower first */
                            priority?: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            expiresAt: string;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/warehouses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Warehouses */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                code: string;
                                name: string;
                                timeZone: string;
                                address: string | null;
                                /** @description HH:MM */
                                cutOff: string;
                                /** @description Days of the week; 1 is Monday, 7 Sunday */
                                workingDays: number[];
                                /** @description Where orders are routed: the lower first */
                                priority: number;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                createdAt: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a warehouse, with a dock, a quarantine place and a first bin */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        code: string;
                        name: string;
                        timeZone: string;
                        address?: string | null;
                        /** @description HH:MM */
                        cutOff?: string;
                        /** @description Days of the week; 1 is Monday, 7 Sunday */
                        workingDays?: number[];
                        /** @description Where orders are routed: the lower first */
                        priority?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            code: string;
                            name: string;
                            timeZone: string;
                            address: string | null;
                            /** @description HH:MM */
                            cutOff: string;
                            /** @description Days of the week; 1 is Monday, 7 Sunday */
                            workingDays: number[];
                            /** @description Where orders are routed: the lower first */
                            priority: number;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/zones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Zones of all warehouses */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description UUID; version 7 is best */
                                warehouseId: string;
                                code: string;
                                name: string;
                                /** @enum {string} */
                                storage: "ambient" | "cool" | "frozen" | "hazardous";
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a zone to a warehouse */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        /** @description UUID; version 7 is best */
                        warehouseId: string;
                        code: string;
                        name: string;
                        /** @enum {string} */
                        storage: "ambient" | "cool" | "frozen" | "hazardous";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            code: string;
                            name: string;
                            /** @enum {string} */
                            storage: "ambient" | "cool" | "frozen" | "hazardous";
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bins, docks, quarantine and virtual places */
        get: {
            parameters: {
                query?: {
                    /** @description UUID; version 7 is best */
                    warehouse?: string;
                    text?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description UUID; version 7 is best */
                                warehouseId: string | null;
                                /** @description UUID; version 7 is best */
                                zoneId: string | null;
                                kind: string;
                                code: string;
                                /** @description Base units in each box that stays closed */
                                packOf: number | null;
                                /** @description UUID; version 7 is best */
                                binId: string | null;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add places to warehouses, up to 5,000 at once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        places: {
                            /** @description UUID; version 7 is best */
                            id?: string;
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            /** @description UUID; version 7 is best */
                            zoneId?: string | null;
                            /** @enum {string} */
                            kind?: "storage" | "dock" | "quarantine";
                            code: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description UUID; version 7 is best */
                                warehouseId: string | null;
                                /** @description UUID; version 7 is best */
                                zoneId: string | null;
                                kind: string;
                                code: string;
                                /** @description Base units in each box that stays closed */
                                packOf: number | null;
                                /** @description UUID; version 7 is best */
                                binId: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/warehouses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the name, the address, the time zone, the cut-off, the working days or the priority of a warehouse */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        timeZone?: string;
                        address?: string | null;
                        /** @description HH:MM */
                        cutOff?: string;
                        /** @description Days of the week; 1 is Monday, 7 Sunday */
                        workingDays?: number[];
                        /** @description Where orders are routed: the lower first */
                        priority?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            code: string;
                            name: string;
                            timeZone: string;
                            address: string | null;
                            /** @description HH:MM */
                            cutOff: string;
                            /** @description Days of the week; 1 is Monday, 7 Sunday */
                            workingDays: number[];
                            /** @description Where orders are routed: the lower first */
                            priority: number;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/zones/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the code, the name or the storage of a zone */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code?: string;
                        name?: string;
                        /** @enum {string} */
                        storage?: "ambient" | "cool" | "frozen" | "hazardous";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            code: string;
                            name: string;
                            /** @enum {string} */
                            storage: "ambient" | "cool" | "frozen" | "hazardous";
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/places/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the code or the zone of a place */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code?: string;
                        /** @description UUID; version 7 is best */
                        zoneId?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            /** @description UUID; version 7 is best */
                            warehouseId: string | null;
                            /** @description UUID; version 7 is best */
                            zoneId: string | null;
                            kind: string;
                            code: string;
                            /** @description Base units in each box that stays closed */
                            packOf: number | null;
                            /** @description UUID; version 7 is best */
                            binId: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Batches, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description Id or code */
                    product?: string;
                    text?: string;
                    /** @description Calendar date, YYYY-MM-DD */
                    expiresBefore?: string;
                    supplierLot?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                kind: "batch" | "untracked";
                                code: string;
                                codeAsGiven: string;
                                /** @description UUID; version 7 is best */
                                supplierId: string | null;
                                supplierName: string | null;
                                supplierLot: string | null;
                                originCountry: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                producedOn: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @enum {string|null} */
                                expiresOnSource: "scanned" | "typed" | "computed" | "inherited" | "corrected" | "imported" | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                firstReceivedOn: string | null;
                                attributes: {
                                    [key: string]: unknown;
                                };
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                createdAt: string;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A batch with the history of its dates */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            /** @description UUID; version 7 is best */
                            productId: string;
                            sku: string;
                            productName: string;
                            /** @enum {string} */
                            kind: "batch" | "untracked";
                            code: string;
                            codeAsGiven: string;
                            /** @description UUID; version 7 is best */
                            supplierId: string | null;
                            supplierName: string | null;
                            supplierLot: string | null;
                            originCountry: string | null;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            producedOn: string | null;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            expiresOn: string | null;
                            /** @enum {string|null} */
                            expiresOnSource: "scanned" | "typed" | "computed" | "inherited" | "corrected" | "imported" | null;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            firstReceivedOn: string | null;
                            attributes: {
                                [key: string]: unknown;
                            };
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            dates: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @enum {string} */
                                kind: "produced" | "best_before" | "use_by" | "expiry";
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                on: string;
                                /** @enum {string} */
                                source: "scanned" | "typed" | "computed" | "inherited" | "corrected" | "imported";
                                explanation: string | null;
                                reason: string | null;
                                actorName: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                recordedAt: string;
                                stands: boolean;
                            }[];
                            lots: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                code: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change supplier lot, origin or attributes */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        supplierLot?: string | null;
                        /** @description ISO 3166-1 alpha-2 */
                        originCountry?: string | null;
                        attributes?: {
                            [key: string]: string | number | boolean | null;
                        };
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            /** @description UUID; version 7 is best */
                            productId: string;
                            sku: string;
                            productName: string;
                            /** @enum {string} */
                            kind: "batch" | "untracked";
                            code: string;
                            codeAsGiven: string;
                            /** @description UUID; version 7 is best */
                            supplierId: string | null;
                            supplierName: string | null;
                            supplierLot: string | null;
                            originCountry: string | null;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            producedOn: string | null;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            expiresOn: string | null;
                            /** @enum {string|null} */
                            expiresOnSource: "scanned" | "typed" | "computed" | "inherited" | "corrected" | "imported" | null;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            firstReceivedOn: string | null;
                            attributes: {
                                [key: string]: unknown;
                            };
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            dates: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @enum {string} */
                                kind: "produced" | "best_before" | "use_by" | "expiry";
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                on: string;
                                /** @enum {string} */
                                source: "scanned" | "typed" | "computed" | "inherited" | "corrected" | "imported";
                                explanation: string | null;
                                reason: string | null;
                                actorName: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                recordedAt: string;
                                stands: boolean;
                            }[];
                            lots: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                code: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/batches/{id}/dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct a date; the old one stays in the history */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "produced" | "best_before" | "use_by" | "expiry";
                        /**
                         * Format: day
                         * @description Calendar date, YYYY-MM-DD
                         */
                        on: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            /** @description UUID; version 7 is best */
                            productId: string;
                            sku: string;
                            productName: string;
                            /** @enum {string} */
                            kind: "batch" | "untracked";
                            code: string;
                            codeAsGiven: string;
                            /** @description UUID; version 7 is best */
                            supplierId: string | null;
                            supplierName: string | null;
                            supplierLot: string | null;
                            originCountry: string | null;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            producedOn: string | null;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            expiresOn: string | null;
                            /** @enum {string|null} */
                            expiresOnSource: "scanned" | "typed" | "computed" | "inherited" | "corrected" | "imported" | null;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            firstReceivedOn: string | null;
                            attributes: {
                                [key: string]: unknown;
                            };
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            dates: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @enum {string} */
                                kind: "produced" | "best_before" | "use_by" | "expiry";
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                on: string;
                                /** @enum {string} */
                                source: "scanned" | "typed" | "computed" | "inherited" | "corrected" | "imported";
                                explanation: string | null;
                                reason: string | null;
                                actorName: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                recordedAt: string;
                                stands: boolean;
                            }[];
                            lots: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                code: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lots, newest first */
        get: {
            parameters: {
                query?: {
                    text?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                code: string;
                                name: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                createdAt: string;
                                batchCount: number;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Group batches into a lot */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        code: string;
                        name?: string;
                        batches?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            code: string;
                            name: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            batches: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                kind: "batch" | "untracked";
                                code: string;
                                codeAsGiven: string;
                                /** @description UUID; version 7 is best */
                                supplierId: string | null;
                                supplierName: string | null;
                                supplierLot: string | null;
                                originCountry: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                producedOn: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @enum {string|null} */
                                expiresOnSource: "scanned" | "typed" | "computed" | "inherited" | "corrected" | "imported" | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                firstReceivedOn: string | null;
                                attributes: {
                                    [key: string]: unknown;
                                };
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                createdAt: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lots/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A lot with its batches */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            code: string;
                            name: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            batches: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                kind: "batch" | "untracked";
                                code: string;
                                codeAsGiven: string;
                                /** @description UUID; version 7 is best */
                                supplierId: string | null;
                                supplierName: string | null;
                                supplierLot: string | null;
                                originCountry: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                producedOn: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @enum {string|null} */
                                expiresOnSource: "scanned" | "typed" | "computed" | "inherited" | "corrected" | "imported" | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                firstReceivedOn: string | null;
                                attributes: {
                                    [key: string]: unknown;
                                };
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                createdAt: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lots/{id}/batches/{batchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a batch into a lot */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                    /** @description UUID; version 7 is best */
                    batchId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            code: string;
                            name: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            batches: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                kind: "batch" | "untracked";
                                code: string;
                                codeAsGiven: string;
                                /** @description UUID; version 7 is best */
                                supplierId: string | null;
                                supplierName: string | null;
                                supplierLot: string | null;
                                originCountry: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                producedOn: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @enum {string|null} */
                                expiresOnSource: "scanned" | "typed" | "computed" | "inherited" | "corrected" | "imported" | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                firstReceivedOn: string | null;
                                attributes: {
                                    [key: string]: unknown;
                                };
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                createdAt: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ledger, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description UUID; version 7 is best */
                    batch?: string;
                    /** @description Id or code */
                    product?: string;
                    /** @description UUID; version 7 is best */
                    place?: string;
                    /** @description Id or code */
                    warehouse?: string;
                    /** @description UUID; version 7 is best */
                    document?: string;
                    reason?: "receipt" | "shipment" | "adjustment" | "transfer" | "putaway" | "return" | "disposal" | "sample" | "count" | "consume" | "make" | "reversal" | "vendor_return";
                    /** @description Calendar date, YYYY-MM-DD */
                    day?: string;
                    /** @description ISO 8601 with zone; kept to the millisecond */
                    occurredUntil?: string;
                    /** @description ISO 8601 with zone; kept to the millisecond */
                    recordedAfter?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                /** @description UUID; version 7 is best */
                                fromPlaceId: string;
                                fromCode: string;
                                fromKind: string;
                                fromWarehouseCode: string | null;
                                /** @description UUID; version 7 is best */
                                toPlaceId: string;
                                toCode: string;
                                toKind: string;
                                toWarehouseCode: string | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @enum {string} */
                                reason: "receipt" | "shipment" | "adjustment" | "transfer" | "putaway" | "return" | "disposal" | "sample" | "count" | "consume" | "make" | "reversal" | "vendor_return";
                                documentKind: string;
                                /** @description UUID; version 7 is best */
                                documentId: string;
                                /** @description UUID; version 7 is best */
                                documentLineId: string | null;
                                note: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                occurredAt: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                recordedAt: string;
                                actorName: string;
                                /** @description UUID; version 7 is best */
                                reversesId: string | null;
                                /** @description UUID; version 7 is best */
                                reversedById: string | null;
                                /** @description Of the quantity, in base units */
                                undone: number;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/moves/sums": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much the moves that a filter finds have moved, by reason; what was undone since does not count */
        get: {
            parameters: {
                query?: {
                    /** @description UUID; version 7 is best */
                    batch?: string;
                    /** @description Id or code */
                    product?: string;
                    /** @description UUID; version 7 is best */
                    place?: string;
                    /** @description Id or code */
                    warehouse?: string;
                    /** @description UUID; version 7 is best */
                    document?: string;
                    reason?: "receipt" | "shipment" | "adjustment" | "transfer" | "putaway" | "return" | "disposal" | "sample" | "count" | "consume" | "make" | "reversal" | "vendor_return";
                    /** @description Calendar date, YYYY-MM-DD */
                    day?: string;
                    /** @description ISO 8601 with zone; kept to the millisecond */
                    occurredUntil?: string;
                    /** @description ISO 8601 with zone; kept to the millisecond */
                    recordedAfter?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @enum {string} */
                                reason: "receipt" | "shipment" | "adjustment" | "transfer" | "putaway" | "return" | "disposal" | "sample" | "count" | "consume" | "make" | "reversal" | "vendor_return";
                                moves: number;
                                quantity: number;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches/{id}/serials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The serials of a batch, and where each of them is */
        get: {
            parameters: {
                query?: {
                    text?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                code: string;
                                /** @description UUID; version 7 is best */
                                placeId: string | null;
                                placeCode: string | null;
                                placeKind: string | null;
                                warehouseCode: string | null;
                                documentKind: string | null;
                                /** @description UUID; version 7 is best */
                                documentId: string | null;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock/as-of": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stock as it was at a moment, from what was known at another, by SKU and batch */
        get: {
            parameters: {
                query: {
                    /** @description ISO 8601 with zone; kept to the millisecond */
                    at: string;
                    /** @description ISO 8601 with zone; kept to the millisecond */
                    knownOn?: string;
                    /** @description Id or code */
                    product?: string;
                    /** @description UUID; version 7 is best */
                    batch?: string;
                    /** @description Id or code */
                    warehouse?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                sku: string;
                                /** @description UUID; version 7 is best */
                                placeId: string;
                                placeCode: string;
                                warehouseCode: string | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock/as-of.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stock as it was at a moment as a spreadsheet, complete */
        get: {
            parameters: {
                query: {
                    /** @description ISO 8601 with zone; kept to the millisecond */
                    at: string;
                    /** @description ISO 8601 with zone; kept to the millisecond */
                    knownOn?: string;
                    /** @description Id or code */
                    product?: string;
                    /** @description UUID; version 7 is best */
                    batch?: string;
                    /** @description Id or code */
                    warehouse?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove that balances are the sums of moves */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            checked: {
                                /** @description Whole number of the base unit */
                                balances: number;
                                /** @description Whole number of the base unit */
                                moves: number;
                                /** @description Whole number of the base unit */
                                reservations: number;
                                /** @description Whole number of the base unit */
                                demands: number;
                                /** @description Whole number of the base unit */
                                serials: number;
                            };
                            differences: {
                                /** @enum {string} */
                                kind: "balance" | "reserved" | "demand" | "shipped" | "serial";
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                /** @description UUID; version 7 is best */
                                placeId: string | null;
                                /** @description UUID; version 7 is best */
                                subjectId: string | null;
                                /** @description Whole number of the base unit */
                                expected: number;
                                /** @description Whole number of the base unit */
                                actual: number;
                                message: string;
                            }[];
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            at: string;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct stock, with a reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        /** @description Id or code */
                        warehouse: string;
                        reason: string;
                        /**
                         * Format: instant
                         * @description ISO 8601 with zone; kept to the millisecond
                         */
                        occurredAt?: string;
                        /**
                         * @description Whether units promised to orders may go as well; their orders then look for others
                         * @enum {string}
                         */
                        promised?: "keep" | "take_back";
                        lines: {
                            /** @description Id or code */
                            product: string;
                            /** @description Id or code */
                            batch?: string;
                            /** @description Id or code */
                            place?: string;
                            note?: string;
                            serials?: string[];
                            /** @description Signed, not 0 */
                            quantity: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            moves: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                /** @description UUID; version 7 is best */
                                fromPlaceId: string;
                                /** @description UUID; version 7 is best */
                                toPlaceId: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/relocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move stock between places of one warehouse */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        note?: string;
                        lines: {
                            /** @description UUID; version 7 is best */
                            batch: string;
                            /** @description UUID; version 7 is best */
                            from: string;
                            /** @description UUID; version 7 is best */
                            to: string;
                            /** @description Base units in each box that stays closed */
                            closedPackOf?: number;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            serials?: string[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            moves: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                /** @description UUID; version 7 is best */
                                fromPlaceId: string;
                                /** @description UUID; version 7 is best */
                                toPlaceId: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/moves/{id}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo a move by its opposite; both stay */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            /** @description UUID; version 7 is best */
                            reverses: string;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/box-openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open closed boxes that are promised to nobody: their units lie loose in the bin, and who waits for them is served */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        /** @description UUID; version 7 is best */
                        batch: string;
                        /** @description UUID; version 7 is best */
                        place: string;
                        boxes: number;
                        serials?: string[];
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            moves: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                /** @description UUID; version 7 is best */
                                fromPlaceId: string;
                                /** @description UUID; version 7 is best */
                                toPlaceId: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Holds, newest first; of a batch: all that cover it, or what lies of it now */
        get: {
            parameters: {
                query?: {
                    active?: boolean;
                    /** @description UUID; version 7 is best */
                    batch?: string;
                    /** @description UUID; version 7 is best */
                    lot?: string;
                    /** @description UUID; version 7 is best */
                    product?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                number: string;
                                /** @enum {string} */
                                scope: "account" | "product" | "batch" | "lot" | "place" | "balance";
                                /** @description UUID; version 7 is best */
                                productId: string | null;
                                sku: string | null;
                                productName: string | null;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                batchCode: string | null;
                                /** @description UUID; version 7 is best */
                                lotId: string | null;
                                lotCode: string | null;
                                /** @description UUID; version 7 is best */
                                placeId: string | null;
                                placeCode: string | null;
                                warehouseCode: string | null;
                                reason: string;
                                placedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                placedAt: string;
                                liftedBy: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                liftedAt: string | null;
                                liftReason: string | null;
                                /** @description Units that it covers now; null once it is lifted */
                                onHand: number | null;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Hold stock: nothing it covers is allocated or shipped */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        /** @enum {string} */
                        scope: "account" | "product" | "batch" | "lot" | "place" | "balance";
                        /** @description Id or code */
                        product?: string;
                        /** @description UUID; version 7 is best */
                        batch?: string;
                        /** @description Id or code */
                        lot?: string;
                        /** @description UUID; version 7 is best */
                        place?: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            scope: "account" | "product" | "batch" | "lot" | "place" | "balance";
                            /** @description UUID; version 7 is best */
                            productId: string | null;
                            sku: string | null;
                            productName: string | null;
                            /** @description UUID; version 7 is best */
                            batchId: string | null;
                            batchCode: string | null;
                            /** @description UUID; version 7 is best */
                            lotId: string | null;
                            lotCode: string | null;
                            /** @description UUID; version 7 is best */
                            placeId: string | null;
                            placeCode: string | null;
                            warehouseCode: string | null;
                            reason: string;
                            placedBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            placedAt: string;
                            liftedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            liftedAt: string | null;
                            liftReason: string | null;
                            /** @description Units that it covers now; null once it is lifted */
                            onHand: number | null;
                            released: {
                                /** @description Whole number of the base unit */
                                reservations: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                orders: {
                                    /** @description UUID; version 7 is best */
                                    orderId: string;
                                    /** @description UUID; version 7 is best */
                                    demandId: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                            };
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A hold, by id or number */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            scope: "account" | "product" | "batch" | "lot" | "place" | "balance";
                            /** @description UUID; version 7 is best */
                            productId: string | null;
                            sku: string | null;
                            productName: string | null;
                            /** @description UUID; version 7 is best */
                            batchId: string | null;
                            batchCode: string | null;
                            /** @description UUID; version 7 is best */
                            lotId: string | null;
                            lotCode: string | null;
                            /** @description UUID; version 7 is best */
                            placeId: string | null;
                            placeCode: string | null;
                            warehouseCode: string | null;
                            reason: string;
                            placedBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            placedAt: string;
                            liftedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            liftedAt: string | null;
                            liftReason: string | null;
                            /** @description Units that it covers now; null once it is lifted */
                            onHand: number | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/hold-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a hold would touch: units on hand, and what of them is promised to orders */
        get: {
            parameters: {
                query: {
                    scope: "account" | "product" | "batch" | "lot" | "place" | "balance";
                    /** @description Id or code */
                    product?: string;
                    /** @description UUID; version 7 is best */
                    batch?: string;
                    /** @description Id or code */
                    lot?: string;
                    /** @description UUID; version 7 is best */
                    place?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Whole number of the base unit */
                            onHand: number;
                            batches: number;
                            /** @description Whole number of the base unit */
                            reserved: number;
                            orderLines: number;
                            orders: number;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{id}/lifting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lift a hold; others stay */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            scope: "account" | "product" | "batch" | "lot" | "place" | "balance";
                            /** @description UUID; version 7 is best */
                            productId: string | null;
                            sku: string | null;
                            productName: string | null;
                            /** @description UUID; version 7 is best */
                            batchId: string | null;
                            batchCode: string | null;
                            /** @description UUID; version 7 is best */
                            lotId: string | null;
                            lotCode: string | null;
                            /** @description UUID; version 7 is best */
                            placeId: string | null;
                            placeCode: string | null;
                            warehouseCode: string | null;
                            reason: string;
                            placedBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            placedAt: string;
                            liftedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            liftedAt: string | null;
                            liftReason: string | null;
                            /** @description Units that it covers now; null once it is lifted */
                            onHand: number | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rules of allocation, newest first; those that are over only where asked for */
        get: {
            parameters: {
                query?: {
                    all?: boolean;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                name: string;
                                /** @description UUID; version 7 is best */
                                customerId: string | null;
                                channel: string | null;
                                market: string | null;
                                /** @description UUID; version 7 is best */
                                productId: string | null;
                                category: string | null;
                                /** @description UUID; version 7 is best */
                                warehouseId: string | null;
                                /** @description UUID; version 7 is best */
                                clientId: string | null;
                                /** @description Whom it concerns, in words */
                                scope: string;
                                /** @enum {string|null} */
                                rotation: "fefo" | "fifo" | "lifo" | "lefo" | "manual" | null;
                                /** @description Whole number of the base unit */
                                lifeDaysMin: number | null;
                                /** @description Whole number of the base unit */
                                lifePercentMin: number | null;
                                /** @enum {string|null} */
                                lifeBoundary: "at_least" | "more_than" | null;
                                /** @enum {string|null} */
                                batches: "any" | "one_per_line" | "one_per_order" | "fewest" | "oldest_that_fills" | null;
                                neverOlder: boolean | null;
                                /** @description Whole number of the base unit */
                                packOf: number | null;
                                /** @enum {string|null} */
                                packOrder: "packs_first" | "loose_first" | null;
                                approves: boolean;
                                bars: boolean;
                                /** @description The first that tells two warehouses apart decides from which of them an order goes */
                                routingCriteria: ("priority" | "distance" | "cost" | "expires_first" | "freshest")[] | null;
                                /** @enum {string|null} */
                                routingSplit: "never" | "allowed" | null;
                                /** @description On top for each parcel after the first, in minor units of the account's currency */
                                routingSplitCost: number | null;
                                batchIds: string[];
                                /** @description What it sets, in words */
                                says: string[];
                                /** @enum {string} */
                                state: "future" | "now" | "over";
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                validFrom: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                validUntil: string | null;
                                /** @description UUID; version 7 is best */
                                replacesId: string | null;
                                reason: string;
                                createdBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                createdAt: string;
                                endedBy: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                endedAt: string | null;
                                endReason: string | null;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a rule, or put it in the place of another; what is promised is held against it within seconds */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        name: string;
                        /** @description Id or code */
                        customer?: string;
                        channel?: string;
                        /** @description ISO 3166-1 alpha-2 */
                        market?: string;
                        /** @description Id or code */
                        product?: string;
                        category?: string;
                        /** @description Id or code */
                        warehouse?: string;
                        /** @description Id or code */
                        client?: string;
                        /** @enum {string} */
                        rotation?: "fefo" | "fifo" | "lifo" | "lefo" | "manual";
                        /** @description Days that must be left on the day of delivery */
                        lifeDaysMin?: number;
                        /** @description Of the days from production to expiry */
                        lifePercentMin?: number;
                        /** @enum {string} */
                        lifeBoundary?: "at_least" | "more_than";
                        /** @enum {string} */
                        batches?: "any" | "one_per_line" | "one_per_order" | "fewest" | "oldest_that_fills";
                        /** @description Than what the customer last received of the product */
                        neverOlder?: boolean;
                        /** @description Only whole packs of so many base units; 1 lifts it */
                        packOf?: number;
                        /** @enum {string} */
                        packOrder?: "packs_first" | "loose_first";
                        approved?: string[];
                        barred?: string[];
                        routing?: {
                            /** @description The first that tells two warehouses apart decides from which of them an order goes */
                            criteria: ("priority" | "distance" | "cost" | "expires_first" | "freshest")[];
                            /** @enum {string} */
                            split: "never" | "allowed";
                            /** @description On top for each parcel after the first, in minor units of the account's currency */
                            splitCost?: number;
                        };
                        /**
                         * Format: day
                         * @description Calendar date, YYYY-MM-DD
                         */
                        validFrom?: string;
                        /**
                         * Format: day
                         * @description Calendar date, YYYY-MM-DD
                         */
                        validUntil?: string | null;
                        /** @description UUID; version 7 is best */
                        replaces?: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            name: string;
                            /** @description UUID; version 7 is best */
                            customerId: string | null;
                            channel: string | null;
                            market: string | null;
                            /** @description UUID; version 7 is best */
                            productId: string | null;
                            category: string | null;
                            /** @description UUID; version 7 is best */
                            warehouseId: string | null;
                            /** @description UUID; version 7 is best */
                            clientId: string | null;
                            /** @description Whom it concerns, in words */
                            scope: string;
                            /** @enum {string|null} */
                            rotation: "fefo" | "fifo" | "lifo" | "lefo" | "manual" | null;
                            /** @description Whole number of the base unit */
                            lifeDaysMin: number | null;
                            /** @description Whole number of the base unit */
                            lifePercentMin: number | null;
                            /** @enum {string|null} */
                            lifeBoundary: "at_least" | "more_than" | null;
                            /** @enum {string|null} */
                            batches: "any" | "one_per_line" | "one_per_order" | "fewest" | "oldest_that_fills" | null;
                            neverOlder: boolean | null;
                            /** @description Whole number of the base unit */
                            packOf: number | null;
                            /** @enum {string|null} */
                            packOrder: "packs_first" | "loose_first" | null;
                            approves: boolean;
                            bars: boolean;
                            /** @description The first that tells two warehouses apart decides from which of them an order goes */
                            routingCriteria: ("priority" | "distance" | "cost" | "expires_first" | "freshest")[] | null;
                            /** @enum {string|null} */
                            routingSplit: "never" | "allowed" | null;
                            /** @description On top for each parcel after the first, in minor units of the account's currency */
                            routingSplitCost: number | null;
                            batchIds: string[];
                            /** @description What it sets, in words */
                            says: string[];
                            /** @enum {string} */
                            state: "future" | "now" | "over";
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            validFrom: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            validUntil: string | null;
                            /** @description UUID; version 7 is best */
                            replacesId: string | null;
                            reason: string;
                            createdBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            endedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            endedAt: string | null;
                            endReason: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One rule */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            name: string;
                            /** @description UUID; version 7 is best */
                            customerId: string | null;
                            channel: string | null;
                            market: string | null;
                            /** @description UUID; version 7 is best */
                            productId: string | null;
                            category: string | null;
                            /** @description UUID; version 7 is best */
                            warehouseId: string | null;
                            /** @description UUID; version 7 is best */
                            clientId: string | null;
                            /** @description Whom it concerns, in words */
                            scope: string;
                            /** @enum {string|null} */
                            rotation: "fefo" | "fifo" | "lifo" | "lefo" | "manual" | null;
                            /** @description Whole number of the base unit */
                            lifeDaysMin: number | null;
                            /** @description Whole number of the base unit */
                            lifePercentMin: number | null;
                            /** @enum {string|null} */
                            lifeBoundary: "at_least" | "more_than" | null;
                            /** @enum {string|null} */
                            batches: "any" | "one_per_line" | "one_per_order" | "fewest" | "oldest_that_fills" | null;
                            neverOlder: boolean | null;
                            /** @description Whole number of the base unit */
                            packOf: number | null;
                            /** @enum {string|null} */
                            packOrder: "packs_first" | "loose_first" | null;
                            approves: boolean;
                            bars: boolean;
                            /** @description The first that tells two warehouses apart decides from which of them an order goes */
                            routingCriteria: ("priority" | "distance" | "cost" | "expires_first" | "freshest")[] | null;
                            /** @enum {string|null} */
                            routingSplit: "never" | "allowed" | null;
                            /** @description On top for each parcel after the first, in minor units of the account's currency */
                            routingSplitCost: number | null;
                            batchIds: string[];
                            /** @description What it sets, in words */
                            says: string[];
                            /** @enum {string} */
                            state: "future" | "now" | "over";
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            validFrom: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            validUntil: string | null;
                            /** @description UUID; version 7 is best */
                            replacesId: string | null;
                            reason: string;
                            createdBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            endedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            endedAt: string | null;
                            endReason: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules/{id}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a rule at once, or after the day that is given */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: day
                         * @description Calendar date, YYYY-MM-DD
                         */
                        lastDay?: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            name: string;
                            /** @description UUID; version 7 is best */
                            customerId: string | null;
                            channel: string | null;
                            market: string | null;
                            /** @description UUID; version 7 is best */
                            productId: string | null;
                            category: string | null;
                            /** @description UUID; version 7 is best */
                            warehouseId: string | null;
                            /** @description UUID; version 7 is best */
                            clientId: string | null;
                            /** @description Whom it concerns, in words */
                            scope: string;
                            /** @enum {string|null} */
                            rotation: "fefo" | "fifo" | "lifo" | "lefo" | "manual" | null;
                            /** @description Whole number of the base unit */
                            lifeDaysMin: number | null;
                            /** @description Whole number of the base unit */
                            lifePercentMin: number | null;
                            /** @enum {string|null} */
                            lifeBoundary: "at_least" | "more_than" | null;
                            /** @enum {string|null} */
                            batches: "any" | "one_per_line" | "one_per_order" | "fewest" | "oldest_that_fills" | null;
                            neverOlder: boolean | null;
                            /** @description Whole number of the base unit */
                            packOf: number | null;
                            /** @enum {string|null} */
                            packOrder: "packs_first" | "loose_first" | null;
                            approves: boolean;
                            bars: boolean;
                            /** @description The first that tells two warehouses apart decides from which of them an order goes */
                            routingCriteria: ("priority" | "distance" | "cost" | "expires_first" | "freshest")[] | null;
                            /** @enum {string|null} */
                            routingSplit: "never" | "allowed" | null;
                            /** @description On top for each parcel after the first, in minor units of the account's currency */
                            routingSplitCost: number | null;
                            batchIds: string[];
                            /** @description What it sets, in words */
                            says: string[];
                            /** @enum {string} */
                            state: "future" | "now" | "over";
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            validFrom: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            validUntil: string | null;
                            /** @description UUID; version 7 is best */
                            replacesId: string | null;
                            reason: string;
                            createdBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            endedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            endedAt: string | null;
                            endReason: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delivery-services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Carriers' services, by code */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                code: string;
                                name: string;
                                /** @description Days of the week; 1 is Monday, 7 Sunday */
                                workingDays: number[];
                                /** @description Taken where an order names none */
                                standard: boolean;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                createdAt: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                archivedAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a carrier's service */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        code: string;
                        name: string;
                        /** @description Days of the week; 1 is Monday, 7 Sunday */
                        workingDays: number[];
                        standard?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            code: string;
                            name: string;
                            /** @description Days of the week; 1 is Monday, 7 Sunday */
                            workingDays: number[];
                            /** @description Taken where an order names none */
                            standard: boolean;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            archivedAt: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delivery-services/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a carrier's service, make it the standard, archive it or bring it back */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code?: string;
                        name?: string;
                        /** @description Days of the week; 1 is Monday, 7 Sunday */
                        workingDays?: number[];
                        standard?: boolean;
                        archived?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            code: string;
                            name: string;
                            /** @description Days of the week; 1 is Monday, 7 Sunday */
                            workingDays: number[];
                            /** @description Taken where an order names none */
                            standard: boolean;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            archivedAt: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Days on which warehouses or carriers rest */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                on: string;
                                name: string;
                                /** @description UUID; version 7 is best */
                                warehouseId: string | null;
                                /** @description UUID; version 7 is best */
                                serviceId: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Write days on which warehouses or carriers rest, or all of them; one with a null name is none any more */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description They take the place of all there were */
                        replace?: boolean;
                        holidays: {
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            on: string;
                            name: string | null;
                            /** @description Id or code */
                            warehouse?: string;
                            /** @description Id or code */
                            service?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                on: string;
                                name: string;
                                /** @description UUID; version 7 is best */
                                warehouseId: string | null;
                                /** @description UUID; version 7 is best */
                                serviceId: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transit-times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long carriers take, row by row */
        get: {
            parameters: {
                query?: {
                    /** @description ISO 3166-1 alpha-2 */
                    country?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description UUID; version 7 is best */
                                serviceId: string | null;
                                /** @description UUID; version 7 is best */
                                warehouseId: string | null;
                                /** @description ISO 3166-1 alpha-2 */
                                country: string | null;
                                /** @description The longest that fits counts; empty for a whole country */
                                postalPrefix: string;
                                /** @description Days on which the carrier works, from leaving to arriving */
                                transitDays: number;
                                /** @description Kilometres, for routing */
                                distanceKm: number | null;
                                /** @description Of one parcel, in minor units of the account's currency, for routing */
                                parcelCost: number | null;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Write rows of the table of transit times, or the whole of it; a row with null days is taken out. Kilometres and cost that a row does not name stay as they are */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The rows take the place of the whole table */
                        replace?: boolean;
                        rows: {
                            /** @description Id or code */
                            service?: string;
                            /** @description Id or code */
                            warehouse?: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country?: string;
                            postalPrefix?: string;
                            /** @description Days on which the carrier works, from leaving to arriving */
                            transitDays: number | null;
                            /** @description Kilometres, for routing */
                            distanceKm?: number | null;
                            /** @description Of one parcel, in minor units of the account's currency, for routing */
                            parcelCost?: number | null;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Whole number of the base unit */
                            written: number;
                            /** @description Whole number of the base unit */
                            removed: number;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delivery-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** On which day a parcel that is ready now leaves each warehouse and arrives */
        get: {
            parameters: {
                query?: {
                    /** @description Id or code */
                    service?: string;
                    /** @description Id or code */
                    warehouse?: string;
                    /** @description ISO 3166-1 alpha-2 */
                    country?: string;
                    postalCode?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                warehouseId: string;
                                service: string | null;
                                /** @description Whole number of the base unit */
                                transitDays: number | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                leavesOn: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                deliversOn: string | null;
                                /** @enum {string|null} */
                                unknown: "no_route" | "no_working_day" | null;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stock kept for channels, newest first; what is over only where asked for */
        get: {
            parameters: {
                query?: {
                    all?: boolean;
                    /** @description Id or code */
                    product?: string;
                    /** @description UUID; version 7 is best */
                    batch?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                name: string;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                batchCode: string | null;
                                /** @description UUID; version 7 is best */
                                warehouseId: string | null;
                                warehouseCode: string | null;
                                channel: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Taken by orders of its channel */
                                drawn: number;
                                /** @description Still kept, as far as there is stock */
                                left: number;
                                /** @enum {string} */
                                state: "future" | "now" | "over";
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                validFrom: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                validUntil: string;
                                reason: string;
                                createdBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                createdAt: string;
                                endedBy: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                endedAt: string | null;
                                endReason: string | null;
                                /** @description What of the stock of this moment others cannot have */
                                kept: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    warehouseCode: string;
                                    placeCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Keep a quantity of a product or batch for a channel until a day; what others were promised stays theirs */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        name: string;
                        /** @description Id or code */
                        product: string;
                        /** @description UUID; version 7 is best */
                        batch?: string;
                        /** @description Id or code */
                        warehouse?: string;
                        channel: string;
                        /** @description Whole number of the base unit */
                        quantity: number;
                        /**
                         * Format: day
                         * @description Calendar date, YYYY-MM-DD
                         */
                        validFrom?: string;
                        /**
                         * Format: day
                         * @description Calendar date, YYYY-MM-DD
                         */
                        validUntil: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            name: string;
                            /** @description UUID; version 7 is best */
                            productId: string;
                            sku: string;
                            productName: string;
                            /** @description UUID; version 7 is best */
                            batchId: string | null;
                            batchCode: string | null;
                            /** @description UUID; version 7 is best */
                            warehouseId: string | null;
                            warehouseCode: string | null;
                            channel: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            /** @description Taken by orders of its channel */
                            drawn: number;
                            /** @description Still kept, as far as there is stock */
                            left: number;
                            /** @enum {string} */
                            state: "future" | "now" | "over";
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            validFrom: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            validUntil: string;
                            reason: string;
                            createdBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            endedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            endedAt: string | null;
                            endReason: string | null;
                            /** @description What of the stock of this moment others cannot have */
                            kept: {
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                warehouseCode: string;
                                placeCode: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One pool, with the stock that it keeps now */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            name: string;
                            /** @description UUID; version 7 is best */
                            productId: string;
                            sku: string;
                            productName: string;
                            /** @description UUID; version 7 is best */
                            batchId: string | null;
                            batchCode: string | null;
                            /** @description UUID; version 7 is best */
                            warehouseId: string | null;
                            warehouseCode: string | null;
                            channel: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            /** @description Taken by orders of its channel */
                            drawn: number;
                            /** @description Still kept, as far as there is stock */
                            left: number;
                            /** @enum {string} */
                            state: "future" | "now" | "over";
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            validFrom: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            validUntil: string;
                            reason: string;
                            createdBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            endedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            endedAt: string | null;
                            endReason: string | null;
                            /** @description What of the stock of this moment others cannot have */
                            kept: {
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                warehouseCode: string;
                                placeCode: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pool-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What stock a pool would keep, were it begun now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        name: string;
                        /** @description Id or code */
                        product: string;
                        /** @description UUID; version 7 is best */
                        batch?: string;
                        /** @description Id or code */
                        warehouse?: string;
                        channel: string;
                        /** @description Whole number of the base unit */
                        quantity: number;
                        /**
                         * Format: day
                         * @description Calendar date, YYYY-MM-DD
                         */
                        validFrom?: string;
                        /**
                         * Format: day
                         * @description Calendar date, YYYY-MM-DD
                         */
                        validUntil: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description What of the stock of this moment others cannot have */
                            kept: {
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                warehouseCode: string;
                                placeCode: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{id}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give what a pool keeps free at once; it is offered to all who wait */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            name: string;
                            /** @description UUID; version 7 is best */
                            productId: string;
                            sku: string;
                            productName: string;
                            /** @description UUID; version 7 is best */
                            batchId: string | null;
                            batchCode: string | null;
                            /** @description UUID; version 7 is best */
                            warehouseId: string | null;
                            warehouseCode: string | null;
                            channel: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            /** @description Taken by orders of its channel */
                            drawn: number;
                            /** @description Still kept, as far as there is stock */
                            left: number;
                            /** @enum {string} */
                            state: "future" | "now" | "over";
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            validFrom: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            validUntil: string;
                            reason: string;
                            createdBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            endedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            endedAt: string | null;
                            endReason: string | null;
                            /** @description What of the stock of this moment others cannot have */
                            kept: {
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                warehouseCode: string;
                                placeCode: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/number-to-sell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many units of each product a channel may offer now, by the rules for it; by SKU */
        get: {
            parameters: {
                query: {
                    channel: string;
                    /** @description ISO 3166-1 alpha-2 */
                    market?: string;
                    /** @description Id or code */
                    customer?: string;
                    /** @description Id or code */
                    service?: string;
                    /** @description Id or code */
                    warehouse?: string;
                    /** @description Id or code */
                    product?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                /** @description Whole number of the base unit, of a kit whole kits: the largest single order that would be promised whole now. Where a rule wants one batch, one warehouse or whole packs, there may be more, but no one order can have it; and of what is sold in packs, whole packs are to be ordered. */
                                quantity: number;
                                /** @description The same of an order that goes from there alone */
                                warehouses: {
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    warehouseCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Receipts, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description UUID; version 7 is best */
                    batch?: string;
                    /** @description UUID; version 7 is best */
                    inbound?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                number: string;
                                /** @description UUID; version 7 is best */
                                inboundId: string | null;
                                inboundNumber: string | null;
                                /** @description UUID; version 7 is best */
                                supplierId: string | null;
                                supplierName: string | null;
                                /** @description UUID; version 7 is best */
                                warehouseId: string;
                                warehouseCode: string;
                                /** @description UUID; version 7 is best */
                                lotId: string | null;
                                lotCode: string | null;
                                reference: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                receivedAt: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                recordedAt: string;
                                actorName: string;
                                /** @description Whole number of the base unit */
                                lineCount: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Record what came: batches, dates, quantities, conditions */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        /** @description Id or code */
                        warehouse: string;
                        /** @description Id or code */
                        supplier?: string;
                        /** @description Id or code */
                        inbound?: string;
                        /** @description Id or code */
                        lot?: string;
                        reference?: string;
                        /**
                         * Format: instant
                         * @description ISO 8601 with zone; kept to the millisecond
                         */
                        receivedAt?: string;
                        lines: {
                            /** @description Id or code */
                            product: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            pack?: string;
                            /** @description Base units in each box that stays closed */
                            closedPackOf?: number;
                            batch?: string;
                            /** @description Id or code */
                            place?: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            producedOn?: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            bestBefore?: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            useBy?: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            expiresOn?: string;
                            /** @enum {string} */
                            dateSource?: "scanned" | "typed" | "imported";
                            supplierLot?: string;
                            /** @description ISO 3166-1 alpha-2 */
                            originCountry?: string;
                            /** @enum {string} */
                            condition?: "good" | "damaged";
                            /** @description Whole minor units */
                            unitCost?: number;
                            /** @description ISO 4217 */
                            currency?: string;
                            serials?: string[];
                            /** @enum {string} */
                            batchIs?: "same" | "different";
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            inboundId: string | null;
                            inboundNumber: string | null;
                            /** @description UUID; version 7 is best */
                            supplierId: string | null;
                            supplierName: string | null;
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            /** @description UUID; version 7 is best */
                            lotId: string | null;
                            lotCode: string | null;
                            reference: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            receivedAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            recordedAt: string;
                            actorName: string;
                            /** @description Whole number of the base unit */
                            lineCount: number;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            lines: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description UUID; version 7 is best */
                                placeId: string;
                                placeCode: string;
                                /** @description Base units in each box that stays closed */
                                packOf: number | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @enum {string} */
                                condition: "good" | "damaged";
                                lifeDaysLeft: number | null;
                                /** @description Least days on arrival, as the product asks for now */
                                lifeDaysNeeded: number | null;
                                serials: string[];
                                /** @enum {string} */
                                outcome: "accepted" | "held";
                                /** @description Whole minor units */
                                unitCost: number | null;
                                currency: string | null;
                                supplierLot: string | null;
                                originCountry: string | null;
                                /** @description Undone since: it was written down, but did not come */
                                reversed: boolean;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record many receipts, thousands of lines; each is answered, and a refused one never undoes another */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        receipts: {
                            /** @description UUID; version 7 is best */
                            id?: string;
                            /** @description Id or code */
                            warehouse: string;
                            /** @description Id or code */
                            supplier?: string;
                            /** @description Id or code */
                            inbound?: string;
                            /** @description Id or code */
                            lot?: string;
                            reference?: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            receivedAt?: string;
                            lines: {
                                /** @description Id or code */
                                product: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                pack?: string;
                                /** @description Base units in each box that stays closed */
                                closedPackOf?: number;
                                batch?: string;
                                /** @description Id or code */
                                place?: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                producedOn?: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                bestBefore?: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                useBy?: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn?: string;
                                /** @enum {string} */
                                dateSource?: "scanned" | "typed" | "imported";
                                supplierLot?: string;
                                /** @description ISO 3166-1 alpha-2 */
                                originCountry?: string;
                                /** @enum {string} */
                                condition?: "good" | "damaged";
                                /** @description Whole minor units */
                                unitCost?: number;
                                /** @description ISO 4217 */
                                currency?: string;
                                serials?: string[];
                                /** @enum {string} */
                                batchIs?: "same" | "different";
                            }[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: {
                                index: number;
                                /** @description As if this one had been sent alone */
                                status: number;
                                /** @description It was done before, and this is what was answered then */
                                again: boolean;
                                answer: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    number: string;
                                } | null;
                                problem: components["schemas"]["Problem"] | null;
                            }[];
                            accepted: number;
                            refused: number;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A receipt, by id or number */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            inboundId: string | null;
                            inboundNumber: string | null;
                            /** @description UUID; version 7 is best */
                            supplierId: string | null;
                            supplierName: string | null;
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            /** @description UUID; version 7 is best */
                            lotId: string | null;
                            lotCode: string | null;
                            reference: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            receivedAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            recordedAt: string;
                            actorName: string;
                            /** @description Whole number of the base unit */
                            lineCount: number;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            lines: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description UUID; version 7 is best */
                                placeId: string;
                                placeCode: string;
                                /** @description Base units in each box that stays closed */
                                packOf: number | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @enum {string} */
                                condition: "good" | "damaged";
                                lifeDaysLeft: number | null;
                                /** @description Least days on arrival, as the product asks for now */
                                lifeDaysNeeded: number | null;
                                serials: string[];
                                /** @enum {string} */
                                outcome: "accepted" | "held";
                                /** @description Whole minor units */
                                unitCost: number | null;
                                currency: string | null;
                                supplierLot: string | null;
                                originCountry: string | null;
                                /** @description Undone since: it was written down, but did not come */
                                reversed: boolean;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Announced inbound shipments, newest first */
        get: {
            parameters: {
                query?: {
                    state?: "open" | "closed";
                    /** @description Id or code */
                    product?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                number: string;
                                /** @enum {string} */
                                kind: "purchase_order" | "asn" | "receiving_order";
                                /** @description UUID; version 7 is best */
                                supplierId: string | null;
                                supplierName: string | null;
                                /** @description UUID; version 7 is best */
                                warehouseId: string;
                                warehouseCode: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expectedOn: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                createdAt: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                closedAt: string | null;
                                /** @description Whole number of the base unit */
                                announced: number;
                                /** @description Whole number of the base unit */
                                received: number;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Announce an inbound shipment: purchase order, ASN or receiving order */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        number: string;
                        /** @enum {string} */
                        kind?: "purchase_order" | "asn" | "receiving_order";
                        /** @description Id or code */
                        supplier?: string;
                        /** @description Id or code */
                        warehouse: string;
                        /**
                         * Format: day
                         * @description Calendar date, YYYY-MM-DD
                         */
                        expectedOn?: string;
                        lines: {
                            /** @description UUID; version 7 is best */
                            id?: string;
                            /** @description Id or code */
                            product: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            batch?: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            expiresOn?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            kind: "purchase_order" | "asn" | "receiving_order";
                            /** @description UUID; version 7 is best */
                            supplierId: string | null;
                            supplierName: string | null;
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            expectedOn: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            closedAt: string | null;
                            /** @description Whole number of the base unit */
                            announced: number;
                            /** @description Whole number of the base unit */
                            received: number;
                            lines: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                batchCode: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description Whole number of the base unit */
                                received: number;
                                /** @description Whole number of the base unit */
                                damaged: number;
                            }[];
                            differences: {
                                /** @enum {string} */
                                kind: "short" | "over" | "damaged" | "wrong_batch" | "split" | "unannounced";
                                /** @description Whole number of the base unit */
                                lineNo: number | null;
                                sku: string;
                                batchCode: string | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                message: string;
                            }[];
                            receipts: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                number: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                receivedAt: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbounds/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An inbound shipment, by id or number, with what came and what differs */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            kind: "purchase_order" | "asn" | "receiving_order";
                            /** @description UUID; version 7 is best */
                            supplierId: string | null;
                            supplierName: string | null;
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            expectedOn: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            closedAt: string | null;
                            /** @description Whole number of the base unit */
                            announced: number;
                            /** @description Whole number of the base unit */
                            received: number;
                            lines: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                batchCode: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description Whole number of the base unit */
                                received: number;
                                /** @description Whole number of the base unit */
                                damaged: number;
                            }[];
                            differences: {
                                /** @enum {string} */
                                kind: "short" | "over" | "damaged" | "wrong_batch" | "split" | "unannounced";
                                /** @description Whole number of the base unit */
                                lineNo: number | null;
                                sku: string;
                                batchCode: string | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                message: string;
                            }[];
                            receipts: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                number: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                receivedAt: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbounds/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close an inbound shipment: nothing more is expected */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            kind: "purchase_order" | "asn" | "receiving_order";
                            /** @description UUID; version 7 is best */
                            supplierId: string | null;
                            supplierName: string | null;
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            expectedOn: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            closedAt: string | null;
                            /** @description Whole number of the base unit */
                            announced: number;
                            /** @description Whole number of the base unit */
                            received: number;
                            lines: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                batchCode: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description Whole number of the base unit */
                                received: number;
                                /** @description Whole number of the base unit */
                                damaged: number;
                            }[];
                            differences: {
                                /** @enum {string} */
                                kind: "short" | "over" | "damaged" | "wrong_batch" | "split" | "unannounced";
                                /** @description Whole number of the base unit */
                                lineNo: number | null;
                                sku: string;
                                batchCode: string | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                message: string;
                            }[];
                            receipts: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                number: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                receivedAt: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Open a closed inbound shipment again: more of it is expected */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            kind: "purchase_order" | "asn" | "receiving_order";
                            /** @description UUID; version 7 is best */
                            supplierId: string | null;
                            supplierName: string | null;
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            expectedOn: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            createdAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            closedAt: string | null;
                            /** @description Whole number of the base unit */
                            announced: number;
                            /** @description Whole number of the base unit */
                            received: number;
                            lines: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                batchCode: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description Whole number of the base unit */
                                received: number;
                                /** @description Whole number of the base unit */
                                damaged: number;
                            }[];
                            differences: {
                                /** @enum {string} */
                                kind: "short" | "over" | "damaged" | "wrong_batch" | "split" | "unannounced";
                                /** @description Whole number of the base unit */
                                lineNo: number | null;
                                sku: string;
                                batchCode: string | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                message: string;
                            }[];
                            receipts: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                number: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                receivedAt: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders, newest first */
        get: {
            parameters: {
                query?: {
                    state?: "waiting" | "open" | "shipped" | "cancelled";
                    /** @description Id or code */
                    customer?: string;
                    /** @description UUID; version 7 is best */
                    product?: string;
                    text?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                number: string;
                                /** @description UUID; version 7 is best */
                                customerId: string | null;
                                customerName: string | null;
                                channel: string;
                                /** @description UUID; version 7 is best */
                                warehouseId: string | null;
                                warehouseCode: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                orderedAt: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                deliverOn: string | null;
                                priority: number;
                                shipTo: string | null;
                                country: string | null;
                                postalCode: string | null;
                                /** @description UUID; version 7 is best */
                                serviceId: string | null;
                                serviceCode: string | null;
                                note: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                recordedAt: string;
                                actorName: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                cancelledAt: string | null;
                                /** @enum {string} */
                                state: "waiting" | "open" | "shipped" | "cancelled";
                                /** @description Lines as they were sold: one that sells kits is one */
                                lineCount: number;
                                /** @description Units of what lies in stock, as are those that follow: of kits, the units of their parts */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                allocated: number;
                                /** @description Whole number of the base unit */
                                shipped: number;
                                /** @description Whole number of the base unit */
                                backOrdered: number;
                                /** @description Batches that were promised to lines which now wait, and what took them away */
                                lost: {
                                    /** @enum {string} */
                                    why: "held" | "place" | "expired" | "too_short" | "undated";
                                    hold: string | null;
                                    /** @description Whole number of the base unit */
                                    lines: number;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    since: string;
                                }[];
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Place an order; its batches are allocated before it is answered */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        number?: string;
                        /** @description Id or code */
                        customer?: string;
                        channel?: string;
                        /** @description Id or code */
                        warehouse?: string;
                        /**
                         * Format: instant
                         * @description ISO 8601 with zone; kept to the millisecond
                         */
                        orderedAt?: string;
                        /**
                         * Format: day
                         * @description Calendar date, YYYY-MM-DD
                         */
                        deliverOn?: string;
                        priority?: number;
                        shipTo?: string;
                        /** @description ISO 3166-1 alpha-2 */
                        country?: string;
                        postalCode?: string;
                        /** @description Id or code */
                        service?: string;
                        note?: string;
                        /** @description Recorded after the fact: life is judged on the days of the order itself */
                        history?: boolean;
                        lines: {
                            /** @description UUID; version 7 is best */
                            id?: string;
                            /** @description Id or code */
                            product: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            pack?: string;
                            /** @enum {string} */
                            rotation?: "fefo" | "fifo" | "lifo";
                            lifeDaysMin?: number;
                            /** @enum {string} */
                            shortage?: "part" | "whole";
                            /** @description Whole minor units */
                            unitPrice?: number;
                            /** @description ISO 4217 */
                            currency?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            customerId: string | null;
                            customerName: string | null;
                            channel: string;
                            /** @description UUID; version 7 is best */
                            warehouseId: string | null;
                            warehouseCode: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            orderedAt: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            deliverOn: string | null;
                            priority: number;
                            shipTo: string | null;
                            country: string | null;
                            postalCode: string | null;
                            /** @description UUID; version 7 is best */
                            serviceId: string | null;
                            serviceCode: string | null;
                            note: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            recordedAt: string;
                            actorName: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            /** @enum {string} */
                            state: "waiting" | "open" | "shipped" | "cancelled";
                            /** @description Lines as they were sold: one that sells kits is one */
                            lineCount: number;
                            /** @description Units of what lies in stock, as are those that follow: of kits, the units of their parts */
                            quantity: number;
                            /** @description Whole number of the base unit */
                            allocated: number;
                            /** @description Whole number of the base unit */
                            shipped: number;
                            /** @description Whole number of the base unit */
                            backOrdered: number;
                            /** @description Batches that were promised to lines which now wait, and what took them away */
                            lost: {
                                /** @enum {string} */
                                why: "held" | "place" | "expired" | "too_short" | "undated";
                                hold: string | null;
                                /** @description Whole number of the base unit */
                                lines: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                since: string;
                            }[];
                            /** @description From where it was decided to go, by which rule, and why from nowhere else; the newest first */
                            routing: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                decidedAt: string;
                                cause: string;
                                actorName: string;
                                /** @description UUID; version 7 is best */
                                ruleId: string;
                                ruleName: string;
                                /** @description Whole number of the base unit */
                                asked: number;
                                /** @description Whole number of the base unit */
                                shortfall: number;
                                /** @description From where it goes, in a sentence */
                                says: string;
                                legs: {
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    warehouseCode: string;
                                    lines: {
                                        /** @description UUID; version 7 is best */
                                        lineId: string;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                    }[];
                                }[];
                                /** @description ISO 4217 */
                                currency: string;
                                cost: {
                                    /** @description Whole number of the base unit */
                                    parcels: number;
                                    /** @description Whole minor units */
                                    cost: number;
                                    /** @description Parcels whose cost nobody has said */
                                    unknown: number;
                                };
                                passedOver: {
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    warehouseCode: string;
                                    /** @description Why */
                                    says: string;
                                }[];
                            }[];
                            lines: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                baseUnit: "each" | "gram" | "millilitre";
                                /** @description Whole number of the base unit */
                                ordered: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                allocated: number;
                                /** @description Whole number of the base unit */
                                shipped: number;
                                /** @description Whole number of the base unit */
                                backOrdered: number;
                                /** @enum {string} */
                                rotation: "fefo" | "fifo" | "lifo" | "lefo" | "manual";
                                /** @description Whole number of the base unit */
                                lifeDaysMin: number | null;
                                /** @description Whole minor units */
                                unitPrice: number | null;
                                currency: string | null;
                                batches: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description UUID; version 7 is best */
                                    placeId: string;
                                    placeCode: string;
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    warehouseCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                                sent: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description UUID; version 7 is best */
                                    shipmentId: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    shippedAt: string;
                                }[];
                                passedOver: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /** @description UUID; version 7 is best */
                                    placeId: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description Why, in a sentence */
                                    says: string;
                                }[];
                                /** @description When it would leave each warehouse and arrive, as it was reckoned at the last decision */
                                arrivals: {
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    service: string | null;
                                    /** @description Whole number of the base unit */
                                    transitDays: number | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    leavesOn: string | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    deliversOn: string | null;
                                    /** @enum {string|null} */
                                    unknown: "no_route" | "no_working_day" | null;
                                }[];
                                /** @description Of a line that sells kits: the parts that leave for it, with their batches. The line itself has none and counts whole kits */
                                components: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    /** @description Whole number of the base unit */
                                    lineNo: number;
                                    /** @description UUID; version 7 is best */
                                    productId: string;
                                    sku: string;
                                    productName: string;
                                    /** @enum {string} */
                                    baseUnit: "each" | "gram" | "millilitre";
                                    /** @description Whole number of the base unit */
                                    ordered: number;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description Whole number of the base unit */
                                    allocated: number;
                                    /** @description Whole number of the base unit */
                                    shipped: number;
                                    /** @description Whole number of the base unit */
                                    backOrdered: number;
                                    /** @enum {string} */
                                    rotation: "fefo" | "fifo" | "lifo" | "lefo" | "manual";
                                    /** @description Whole number of the base unit */
                                    lifeDaysMin: number | null;
                                    /** @description Whole minor units */
                                    unitPrice: number | null;
                                    currency: string | null;
                                    batches: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        expiresOn: string | null;
                                        /** @description UUID; version 7 is best */
                                        placeId: string;
                                        placeCode: string;
                                        /** @description UUID; version 7 is best */
                                        warehouseId: string;
                                        warehouseCode: string;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                    }[];
                                    sent: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        expiresOn: string | null;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                        /** @description UUID; version 7 is best */
                                        shipmentId: string;
                                        /**
                                         * Format: instant
                                         * @description ISO 8601 with zone; kept to the millisecond
                                         */
                                        shippedAt: string;
                                    }[];
                                    passedOver: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /** @description UUID; version 7 is best */
                                        placeId: string;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                        /** @description Why, in a sentence */
                                        says: string;
                                    }[];
                                    /** @description When it would leave each warehouse and arrive, as it was reckoned at the last decision */
                                    arrivals: {
                                        /** @description UUID; version 7 is best */
                                        warehouseId: string;
                                        service: string | null;
                                        /** @description Whole number of the base unit */
                                        transitDays: number | null;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        leavesOn: string | null;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        deliversOn: string | null;
                                        /** @enum {string|null} */
                                        unknown: "no_route" | "no_working_day" | null;
                                    }[];
                                    /** @description Base units in one kit, as it was when ordered */
                                    perKit: number;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Place many orders, thousands of lines; each is answered, and a refused one never undoes another */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        orders: {
                            /** @description UUID; version 7 is best */
                            id?: string;
                            number?: string;
                            /** @description Id or code */
                            customer?: string;
                            channel?: string;
                            /** @description Id or code */
                            warehouse?: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            orderedAt?: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            deliverOn?: string;
                            priority?: number;
                            shipTo?: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country?: string;
                            postalCode?: string;
                            /** @description Id or code */
                            service?: string;
                            note?: string;
                            /** @description Recorded after the fact: life is judged on the days of the order itself */
                            history?: boolean;
                            lines: {
                                /** @description UUID; version 7 is best */
                                id?: string;
                                /** @description Id or code */
                                product: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                pack?: string;
                                /** @enum {string} */
                                rotation?: "fefo" | "fifo" | "lifo";
                                lifeDaysMin?: number;
                                /** @enum {string} */
                                shortage?: "part" | "whole";
                                /** @description Whole minor units */
                                unitPrice?: number;
                                /** @description ISO 4217 */
                                currency?: string;
                            }[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: {
                                index: number;
                                /** @description As if this one had been sent alone */
                                status: number;
                                /** @description It was done before, and this is what was answered then */
                                again: boolean;
                                answer: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    number: string;
                                    /** @description Whole number of the base unit */
                                    allocated: number;
                                    /** @description Whole number of the base unit */
                                    backOrdered: number;
                                    lines: {
                                        /** @description UUID; version 7 is best */
                                        id: string;
                                        /** @description Whole number of the base unit */
                                        allocated: number;
                                        /** @description Whole number of the base unit */
                                        backOrdered: number;
                                        /** @description Of a line that sells kits: its parts */
                                        components: {
                                            /** @description UUID; version 7 is best */
                                            id: string;
                                            /** @description UUID; version 7 is best */
                                            productId: string;
                                            /** @description Whole number of the base unit */
                                            allocated: number;
                                            /** @description Whole number of the base unit */
                                            backOrdered: number;
                                        }[];
                                    }[];
                                } | null;
                                problem: components["schemas"]["Problem"] | null;
                            }[];
                            accepted: number;
                            refused: number;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An order, by id or number, with the batches of each line and why others were passed over */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            customerId: string | null;
                            customerName: string | null;
                            channel: string;
                            /** @description UUID; version 7 is best */
                            warehouseId: string | null;
                            warehouseCode: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            orderedAt: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            deliverOn: string | null;
                            priority: number;
                            shipTo: string | null;
                            country: string | null;
                            postalCode: string | null;
                            /** @description UUID; version 7 is best */
                            serviceId: string | null;
                            serviceCode: string | null;
                            note: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            recordedAt: string;
                            actorName: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            /** @enum {string} */
                            state: "waiting" | "open" | "shipped" | "cancelled";
                            /** @description Lines as they were sold: one that sells kits is one */
                            lineCount: number;
                            /** @description Units of what lies in stock, as are those that follow: of kits, the units of their parts */
                            quantity: number;
                            /** @description Whole number of the base unit */
                            allocated: number;
                            /** @description Whole number of the base unit */
                            shipped: number;
                            /** @description Whole number of the base unit */
                            backOrdered: number;
                            /** @description Batches that were promised to lines which now wait, and what took them away */
                            lost: {
                                /** @enum {string} */
                                why: "held" | "place" | "expired" | "too_short" | "undated";
                                hold: string | null;
                                /** @description Whole number of the base unit */
                                lines: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                since: string;
                            }[];
                            /** @description From where it was decided to go, by which rule, and why from nowhere else; the newest first */
                            routing: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                decidedAt: string;
                                cause: string;
                                actorName: string;
                                /** @description UUID; version 7 is best */
                                ruleId: string;
                                ruleName: string;
                                /** @description Whole number of the base unit */
                                asked: number;
                                /** @description Whole number of the base unit */
                                shortfall: number;
                                /** @description From where it goes, in a sentence */
                                says: string;
                                legs: {
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    warehouseCode: string;
                                    lines: {
                                        /** @description UUID; version 7 is best */
                                        lineId: string;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                    }[];
                                }[];
                                /** @description ISO 4217 */
                                currency: string;
                                cost: {
                                    /** @description Whole number of the base unit */
                                    parcels: number;
                                    /** @description Whole minor units */
                                    cost: number;
                                    /** @description Parcels whose cost nobody has said */
                                    unknown: number;
                                };
                                passedOver: {
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    warehouseCode: string;
                                    /** @description Why */
                                    says: string;
                                }[];
                            }[];
                            lines: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                baseUnit: "each" | "gram" | "millilitre";
                                /** @description Whole number of the base unit */
                                ordered: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                allocated: number;
                                /** @description Whole number of the base unit */
                                shipped: number;
                                /** @description Whole number of the base unit */
                                backOrdered: number;
                                /** @enum {string} */
                                rotation: "fefo" | "fifo" | "lifo" | "lefo" | "manual";
                                /** @description Whole number of the base unit */
                                lifeDaysMin: number | null;
                                /** @description Whole minor units */
                                unitPrice: number | null;
                                currency: string | null;
                                batches: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description UUID; version 7 is best */
                                    placeId: string;
                                    placeCode: string;
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    warehouseCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                                sent: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description UUID; version 7 is best */
                                    shipmentId: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    shippedAt: string;
                                }[];
                                passedOver: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /** @description UUID; version 7 is best */
                                    placeId: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description Why, in a sentence */
                                    says: string;
                                }[];
                                /** @description When it would leave each warehouse and arrive, as it was reckoned at the last decision */
                                arrivals: {
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    service: string | null;
                                    /** @description Whole number of the base unit */
                                    transitDays: number | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    leavesOn: string | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    deliversOn: string | null;
                                    /** @enum {string|null} */
                                    unknown: "no_route" | "no_working_day" | null;
                                }[];
                                /** @description Of a line that sells kits: the parts that leave for it, with their batches. The line itself has none and counts whole kits */
                                components: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    /** @description Whole number of the base unit */
                                    lineNo: number;
                                    /** @description UUID; version 7 is best */
                                    productId: string;
                                    sku: string;
                                    productName: string;
                                    /** @enum {string} */
                                    baseUnit: "each" | "gram" | "millilitre";
                                    /** @description Whole number of the base unit */
                                    ordered: number;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description Whole number of the base unit */
                                    allocated: number;
                                    /** @description Whole number of the base unit */
                                    shipped: number;
                                    /** @description Whole number of the base unit */
                                    backOrdered: number;
                                    /** @enum {string} */
                                    rotation: "fefo" | "fifo" | "lifo" | "lefo" | "manual";
                                    /** @description Whole number of the base unit */
                                    lifeDaysMin: number | null;
                                    /** @description Whole minor units */
                                    unitPrice: number | null;
                                    currency: string | null;
                                    batches: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        expiresOn: string | null;
                                        /** @description UUID; version 7 is best */
                                        placeId: string;
                                        placeCode: string;
                                        /** @description UUID; version 7 is best */
                                        warehouseId: string;
                                        warehouseCode: string;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                    }[];
                                    sent: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        expiresOn: string | null;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                        /** @description UUID; version 7 is best */
                                        shipmentId: string;
                                        /**
                                         * Format: instant
                                         * @description ISO 8601 with zone; kept to the millisecond
                                         */
                                        shippedAt: string;
                                    }[];
                                    passedOver: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /** @description UUID; version 7 is best */
                                        placeId: string;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                        /** @description Why, in a sentence */
                                        says: string;
                                    }[];
                                    /** @description When it would leave each warehouse and arrive, as it was reckoned at the last decision */
                                    arrivals: {
                                        /** @description UUID; version 7 is best */
                                        warehouseId: string;
                                        service: string | null;
                                        /** @description Whole number of the base unit */
                                        transitDays: number | null;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        leavesOn: string | null;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        deliversOn: string | null;
                                        /** @enum {string|null} */
                                        unknown: "no_route" | "no_working_day" | null;
                                    }[];
                                    /** @description Base units in one kit, as it was when ordered */
                                    perKit: number;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/order-lines/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every allocation decision of a line, newest first, as it was judged then */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                decidedAt: string;
                                /** @enum {string} */
                                cause: "order" | "edit" | "hold" | "lift" | "receipt" | "release" | "correction" | "retry" | "expiry" | "rule" | "delivery" | "swap" | "short" | "disposal";
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                judgedOn: string;
                                /** @enum {string} */
                                rotation: "fefo" | "fifo" | "lifo" | "lefo" | "manual";
                                /** @description Whole number of the base unit */
                                asked: number;
                                /** @description Whole number of the base unit */
                                shortfall: number;
                                actorName: string;
                                picks: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /** @description UUID; version 7 is best */
                                    placeId: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                                passedOver: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /** @description UUID; version 7 is best */
                                    placeId: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description Why, in a sentence */
                                    says: string;
                                }[];
                                arrivals: {
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    service: string | null;
                                    /** @description Whole number of the base unit */
                                    transitDays: number | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    leavesOn: string | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    deliversOn: string | null;
                                    /** @enum {string|null} */
                                    unknown: "no_route" | "no_working_day" | null;
                                }[];
                                /** @description The rules that held for the line, as they were; `over`: those it won over, the next best first */
                                rules: {
                                    /** @description UUID; version 7 is best */
                                    ruleId: string;
                                    name: string;
                                    setting: string;
                                    says: string;
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string | null;
                                    over: {
                                        /** @description UUID; version 7 is best */
                                        ruleId: string;
                                        name: string;
                                    }[];
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change quantities, priority, destination, service or the day of delivery; an order set to 0 on every line is cancelled */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        lines?: {
                            /** @description UUID; version 7 is best */
                            id: string;
                            quantity: number;
                        }[];
                        /**
                         * Format: day
                         * @description Calendar date, YYYY-MM-DD
                         */
                        deliverOn?: string | null;
                        priority?: number;
                        shipTo?: string | null;
                        /** @description ISO 3166-1 alpha-2 */
                        country?: string | null;
                        postalCode?: string | null;
                        /** @description Id or code */
                        service?: string | null;
                        note?: string | null;
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            customerId: string | null;
                            customerName: string | null;
                            channel: string;
                            /** @description UUID; version 7 is best */
                            warehouseId: string | null;
                            warehouseCode: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            orderedAt: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            deliverOn: string | null;
                            priority: number;
                            shipTo: string | null;
                            country: string | null;
                            postalCode: string | null;
                            /** @description UUID; version 7 is best */
                            serviceId: string | null;
                            serviceCode: string | null;
                            note: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            recordedAt: string;
                            actorName: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            /** @enum {string} */
                            state: "waiting" | "open" | "shipped" | "cancelled";
                            /** @description Lines as they were sold: one that sells kits is one */
                            lineCount: number;
                            /** @description Units of what lies in stock, as are those that follow: of kits, the units of their parts */
                            quantity: number;
                            /** @description Whole number of the base unit */
                            allocated: number;
                            /** @description Whole number of the base unit */
                            shipped: number;
                            /** @description Whole number of the base unit */
                            backOrdered: number;
                            /** @description Batches that were promised to lines which now wait, and what took them away */
                            lost: {
                                /** @enum {string} */
                                why: "held" | "place" | "expired" | "too_short" | "undated";
                                hold: string | null;
                                /** @description Whole number of the base unit */
                                lines: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                since: string;
                            }[];
                            /** @description From where it was decided to go, by which rule, and why from nowhere else; the newest first */
                            routing: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                decidedAt: string;
                                cause: string;
                                actorName: string;
                                /** @description UUID; version 7 is best */
                                ruleId: string;
                                ruleName: string;
                                /** @description Whole number of the base unit */
                                asked: number;
                                /** @description Whole number of the base unit */
                                shortfall: number;
                                /** @description From where it goes, in a sentence */
                                says: string;
                                legs: {
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    warehouseCode: string;
                                    lines: {
                                        /** @description UUID; version 7 is best */
                                        lineId: string;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                    }[];
                                }[];
                                /** @description ISO 4217 */
                                currency: string;
                                cost: {
                                    /** @description Whole number of the base unit */
                                    parcels: number;
                                    /** @description Whole minor units */
                                    cost: number;
                                    /** @description Parcels whose cost nobody has said */
                                    unknown: number;
                                };
                                passedOver: {
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    warehouseCode: string;
                                    /** @description Why */
                                    says: string;
                                }[];
                            }[];
                            lines: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                baseUnit: "each" | "gram" | "millilitre";
                                /** @description Whole number of the base unit */
                                ordered: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                allocated: number;
                                /** @description Whole number of the base unit */
                                shipped: number;
                                /** @description Whole number of the base unit */
                                backOrdered: number;
                                /** @enum {string} */
                                rotation: "fefo" | "fifo" | "lifo" | "lefo" | "manual";
                                /** @description Whole number of the base unit */
                                lifeDaysMin: number | null;
                                /** @description Whole minor units */
                                unitPrice: number | null;
                                currency: string | null;
                                batches: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description UUID; version 7 is best */
                                    placeId: string;
                                    placeCode: string;
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    warehouseCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                                sent: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description UUID; version 7 is best */
                                    shipmentId: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    shippedAt: string;
                                }[];
                                passedOver: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /** @description UUID; version 7 is best */
                                    placeId: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description Why, in a sentence */
                                    says: string;
                                }[];
                                /** @description When it would leave each warehouse and arrive, as it was reckoned at the last decision */
                                arrivals: {
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    service: string | null;
                                    /** @description Whole number of the base unit */
                                    transitDays: number | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    leavesOn: string | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    deliversOn: string | null;
                                    /** @enum {string|null} */
                                    unknown: "no_route" | "no_working_day" | null;
                                }[];
                                /** @description Of a line that sells kits: the parts that leave for it, with their batches. The line itself has none and counts whole kits */
                                components: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    /** @description Whole number of the base unit */
                                    lineNo: number;
                                    /** @description UUID; version 7 is best */
                                    productId: string;
                                    sku: string;
                                    productName: string;
                                    /** @enum {string} */
                                    baseUnit: "each" | "gram" | "millilitre";
                                    /** @description Whole number of the base unit */
                                    ordered: number;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description Whole number of the base unit */
                                    allocated: number;
                                    /** @description Whole number of the base unit */
                                    shipped: number;
                                    /** @description Whole number of the base unit */
                                    backOrdered: number;
                                    /** @enum {string} */
                                    rotation: "fefo" | "fifo" | "lifo" | "lefo" | "manual";
                                    /** @description Whole number of the base unit */
                                    lifeDaysMin: number | null;
                                    /** @description Whole minor units */
                                    unitPrice: number | null;
                                    currency: string | null;
                                    batches: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        expiresOn: string | null;
                                        /** @description UUID; version 7 is best */
                                        placeId: string;
                                        placeCode: string;
                                        /** @description UUID; version 7 is best */
                                        warehouseId: string;
                                        warehouseCode: string;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                    }[];
                                    sent: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        expiresOn: string | null;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                        /** @description UUID; version 7 is best */
                                        shipmentId: string;
                                        /**
                                         * Format: instant
                                         * @description ISO 8601 with zone; kept to the millisecond
                                         */
                                        shippedAt: string;
                                    }[];
                                    passedOver: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /** @description UUID; version 7 is best */
                                        placeId: string;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                        /** @description Why, in a sentence */
                                        says: string;
                                    }[];
                                    /** @description When it would leave each warehouse and arrive, as it was reckoned at the last decision */
                                    arrivals: {
                                        /** @description UUID; version 7 is best */
                                        warehouseId: string;
                                        service: string | null;
                                        /** @description Whole number of the base unit */
                                        transitDays: number | null;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        leavesOn: string | null;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        deliversOn: string | null;
                                        /** @enum {string|null} */
                                        unknown: "no_route" | "no_working_day" | null;
                                    }[];
                                    /** @description Base units in one kit, as it was when ordered */
                                    perKit: number;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/orders/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel what is not shipped */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            customerId: string | null;
                            customerName: string | null;
                            channel: string;
                            /** @description UUID; version 7 is best */
                            warehouseId: string | null;
                            warehouseCode: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            orderedAt: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            deliverOn: string | null;
                            priority: number;
                            shipTo: string | null;
                            country: string | null;
                            postalCode: string | null;
                            /** @description UUID; version 7 is best */
                            serviceId: string | null;
                            serviceCode: string | null;
                            note: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            recordedAt: string;
                            actorName: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            /** @enum {string} */
                            state: "waiting" | "open" | "shipped" | "cancelled";
                            /** @description Lines as they were sold: one that sells kits is one */
                            lineCount: number;
                            /** @description Units of what lies in stock, as are those that follow: of kits, the units of their parts */
                            quantity: number;
                            /** @description Whole number of the base unit */
                            allocated: number;
                            /** @description Whole number of the base unit */
                            shipped: number;
                            /** @description Whole number of the base unit */
                            backOrdered: number;
                            /** @description Batches that were promised to lines which now wait, and what took them away */
                            lost: {
                                /** @enum {string} */
                                why: "held" | "place" | "expired" | "too_short" | "undated";
                                hold: string | null;
                                /** @description Whole number of the base unit */
                                lines: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                since: string;
                            }[];
                            /** @description From where it was decided to go, by which rule, and why from nowhere else; the newest first */
                            routing: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                decidedAt: string;
                                cause: string;
                                actorName: string;
                                /** @description UUID; version 7 is best */
                                ruleId: string;
                                ruleName: string;
                                /** @description Whole number of the base unit */
                                asked: number;
                                /** @description Whole number of the base unit */
                                shortfall: number;
                                /** @description From where it goes, in a sentence */
                                says: string;
                                legs: {
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    warehouseCode: string;
                                    lines: {
                                        /** @description UUID; version 7 is best */
                                        lineId: string;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                    }[];
                                }[];
                                /** @description ISO 4217 */
                                currency: string;
                                cost: {
                                    /** @description Whole number of the base unit */
                                    parcels: number;
                                    /** @description Whole minor units */
                                    cost: number;
                                    /** @description Parcels whose cost nobody has said */
                                    unknown: number;
                                };
                                passedOver: {
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    warehouseCode: string;
                                    /** @description Why */
                                    says: string;
                                }[];
                            }[];
                            lines: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                baseUnit: "each" | "gram" | "millilitre";
                                /** @description Whole number of the base unit */
                                ordered: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                allocated: number;
                                /** @description Whole number of the base unit */
                                shipped: number;
                                /** @description Whole number of the base unit */
                                backOrdered: number;
                                /** @enum {string} */
                                rotation: "fefo" | "fifo" | "lifo" | "lefo" | "manual";
                                /** @description Whole number of the base unit */
                                lifeDaysMin: number | null;
                                /** @description Whole minor units */
                                unitPrice: number | null;
                                currency: string | null;
                                batches: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description UUID; version 7 is best */
                                    placeId: string;
                                    placeCode: string;
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    warehouseCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                                sent: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description UUID; version 7 is best */
                                    shipmentId: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    shippedAt: string;
                                }[];
                                passedOver: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /** @description UUID; version 7 is best */
                                    placeId: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description Why, in a sentence */
                                    says: string;
                                }[];
                                /** @description When it would leave each warehouse and arrive, as it was reckoned at the last decision */
                                arrivals: {
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    service: string | null;
                                    /** @description Whole number of the base unit */
                                    transitDays: number | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    leavesOn: string | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    deliversOn: string | null;
                                    /** @enum {string|null} */
                                    unknown: "no_route" | "no_working_day" | null;
                                }[];
                                /** @description Of a line that sells kits: the parts that leave for it, with their batches. The line itself has none and counts whole kits */
                                components: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    /** @description Whole number of the base unit */
                                    lineNo: number;
                                    /** @description UUID; version 7 is best */
                                    productId: string;
                                    sku: string;
                                    productName: string;
                                    /** @enum {string} */
                                    baseUnit: "each" | "gram" | "millilitre";
                                    /** @description Whole number of the base unit */
                                    ordered: number;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description Whole number of the base unit */
                                    allocated: number;
                                    /** @description Whole number of the base unit */
                                    shipped: number;
                                    /** @description Whole number of the base unit */
                                    backOrdered: number;
                                    /** @enum {string} */
                                    rotation: "fefo" | "fifo" | "lifo" | "lefo" | "manual";
                                    /** @description Whole number of the base unit */
                                    lifeDaysMin: number | null;
                                    /** @description Whole minor units */
                                    unitPrice: number | null;
                                    currency: string | null;
                                    batches: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        expiresOn: string | null;
                                        /** @description UUID; version 7 is best */
                                        placeId: string;
                                        placeCode: string;
                                        /** @description UUID; version 7 is best */
                                        warehouseId: string;
                                        warehouseCode: string;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                    }[];
                                    sent: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        expiresOn: string | null;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                        /** @description UUID; version 7 is best */
                                        shipmentId: string;
                                        /**
                                         * Format: instant
                                         * @description ISO 8601 with zone; kept to the millisecond
                                         */
                                        shippedAt: string;
                                    }[];
                                    passedOver: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /** @description UUID; version 7 is best */
                                        placeId: string;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                        /** @description Why, in a sentence */
                                        says: string;
                                    }[];
                                    /** @description When it would leave each warehouse and arrive, as it was reckoned at the last decision */
                                    arrivals: {
                                        /** @description UUID; version 7 is best */
                                        warehouseId: string;
                                        service: string | null;
                                        /** @description Whole number of the base unit */
                                        transitDays: number | null;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        leavesOn: string | null;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        deliversOn: string | null;
                                        /** @enum {string|null} */
                                        unknown: "no_route" | "no_working_day" | null;
                                    }[];
                                    /** @description Base units in one kit, as it was when ordered */
                                    perKit: number;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/allocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try again what waits for stock; the queue is not jumped */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            customerId: string | null;
                            customerName: string | null;
                            channel: string;
                            /** @description UUID; version 7 is best */
                            warehouseId: string | null;
                            warehouseCode: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            orderedAt: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            deliverOn: string | null;
                            priority: number;
                            shipTo: string | null;
                            country: string | null;
                            postalCode: string | null;
                            /** @description UUID; version 7 is best */
                            serviceId: string | null;
                            serviceCode: string | null;
                            note: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            recordedAt: string;
                            actorName: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            /** @enum {string} */
                            state: "waiting" | "open" | "shipped" | "cancelled";
                            /** @description Lines as they were sold: one that sells kits is one */
                            lineCount: number;
                            /** @description Units of what lies in stock, as are those that follow: of kits, the units of their parts */
                            quantity: number;
                            /** @description Whole number of the base unit */
                            allocated: number;
                            /** @description Whole number of the base unit */
                            shipped: number;
                            /** @description Whole number of the base unit */
                            backOrdered: number;
                            /** @description Batches that were promised to lines which now wait, and what took them away */
                            lost: {
                                /** @enum {string} */
                                why: "held" | "place" | "expired" | "too_short" | "undated";
                                hold: string | null;
                                /** @description Whole number of the base unit */
                                lines: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                since: string;
                            }[];
                            /** @description From where it was decided to go, by which rule, and why from nowhere else; the newest first */
                            routing: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                decidedAt: string;
                                cause: string;
                                actorName: string;
                                /** @description UUID; version 7 is best */
                                ruleId: string;
                                ruleName: string;
                                /** @description Whole number of the base unit */
                                asked: number;
                                /** @description Whole number of the base unit */
                                shortfall: number;
                                /** @description From where it goes, in a sentence */
                                says: string;
                                legs: {
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    warehouseCode: string;
                                    lines: {
                                        /** @description UUID; version 7 is best */
                                        lineId: string;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                    }[];
                                }[];
                                /** @description ISO 4217 */
                                currency: string;
                                cost: {
                                    /** @description Whole number of the base unit */
                                    parcels: number;
                                    /** @description Whole minor units */
                                    cost: number;
                                    /** @description Parcels whose cost nobody has said */
                                    unknown: number;
                                };
                                passedOver: {
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    warehouseCode: string;
                                    /** @description Why */
                                    says: string;
                                }[];
                            }[];
                            lines: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                baseUnit: "each" | "gram" | "millilitre";
                                /** @description Whole number of the base unit */
                                ordered: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                allocated: number;
                                /** @description Whole number of the base unit */
                                shipped: number;
                                /** @description Whole number of the base unit */
                                backOrdered: number;
                                /** @enum {string} */
                                rotation: "fefo" | "fifo" | "lifo" | "lefo" | "manual";
                                /** @description Whole number of the base unit */
                                lifeDaysMin: number | null;
                                /** @description Whole minor units */
                                unitPrice: number | null;
                                currency: string | null;
                                batches: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description UUID; version 7 is best */
                                    placeId: string;
                                    placeCode: string;
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    warehouseCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                                sent: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description UUID; version 7 is best */
                                    shipmentId: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    shippedAt: string;
                                }[];
                                passedOver: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /** @description UUID; version 7 is best */
                                    placeId: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description Why, in a sentence */
                                    says: string;
                                }[];
                                /** @description When it would leave each warehouse and arrive, as it was reckoned at the last decision */
                                arrivals: {
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    service: string | null;
                                    /** @description Whole number of the base unit */
                                    transitDays: number | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    leavesOn: string | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    deliversOn: string | null;
                                    /** @enum {string|null} */
                                    unknown: "no_route" | "no_working_day" | null;
                                }[];
                                /** @description Of a line that sells kits: the parts that leave for it, with their batches. The line itself has none and counts whole kits */
                                components: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    /** @description Whole number of the base unit */
                                    lineNo: number;
                                    /** @description UUID; version 7 is best */
                                    productId: string;
                                    sku: string;
                                    productName: string;
                                    /** @enum {string} */
                                    baseUnit: "each" | "gram" | "millilitre";
                                    /** @description Whole number of the base unit */
                                    ordered: number;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description Whole number of the base unit */
                                    allocated: number;
                                    /** @description Whole number of the base unit */
                                    shipped: number;
                                    /** @description Whole number of the base unit */
                                    backOrdered: number;
                                    /** @enum {string} */
                                    rotation: "fefo" | "fifo" | "lifo" | "lefo" | "manual";
                                    /** @description Whole number of the base unit */
                                    lifeDaysMin: number | null;
                                    /** @description Whole minor units */
                                    unitPrice: number | null;
                                    currency: string | null;
                                    batches: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        expiresOn: string | null;
                                        /** @description UUID; version 7 is best */
                                        placeId: string;
                                        placeCode: string;
                                        /** @description UUID; version 7 is best */
                                        warehouseId: string;
                                        warehouseCode: string;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                    }[];
                                    sent: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        expiresOn: string | null;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                        /** @description UUID; version 7 is best */
                                        shipmentId: string;
                                        /**
                                         * Format: instant
                                         * @description ISO 8601 with zone; kept to the millisecond
                                         */
                                        shippedAt: string;
                                    }[];
                                    passedOver: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /** @description UUID; version 7 is best */
                                        placeId: string;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                        /** @description Why, in a sentence */
                                        says: string;
                                    }[];
                                    /** @description When it would leave each warehouse and arrive, as it was reckoned at the last decision */
                                    arrivals: {
                                        /** @description UUID; version 7 is best */
                                        warehouseId: string;
                                        service: string | null;
                                        /** @description Whole number of the base unit */
                                        transitDays: number | null;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        leavesOn: string | null;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        deliversOn: string | null;
                                        /** @enum {string|null} */
                                        unknown: "no_route" | "no_working_day" | null;
                                    }[];
                                    /** @description Base units in one kit, as it was when ordered */
                                    perKit: number;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/order-lines/{id}/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose the batches of a line by hand, in the order in which they are taken; for rules that ask a person */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        batches: string[];
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            customerId: string | null;
                            customerName: string | null;
                            channel: string;
                            /** @description UUID; version 7 is best */
                            warehouseId: string | null;
                            warehouseCode: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            orderedAt: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            deliverOn: string | null;
                            priority: number;
                            shipTo: string | null;
                            country: string | null;
                            postalCode: string | null;
                            /** @description UUID; version 7 is best */
                            serviceId: string | null;
                            serviceCode: string | null;
                            note: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            recordedAt: string;
                            actorName: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            /** @enum {string} */
                            state: "waiting" | "open" | "shipped" | "cancelled";
                            /** @description Lines as they were sold: one that sells kits is one */
                            lineCount: number;
                            /** @description Units of what lies in stock, as are those that follow: of kits, the units of their parts */
                            quantity: number;
                            /** @description Whole number of the base unit */
                            allocated: number;
                            /** @description Whole number of the base unit */
                            shipped: number;
                            /** @description Whole number of the base unit */
                            backOrdered: number;
                            /** @description Batches that were promised to lines which now wait, and what took them away */
                            lost: {
                                /** @enum {string} */
                                why: "held" | "place" | "expired" | "too_short" | "undated";
                                hold: string | null;
                                /** @description Whole number of the base unit */
                                lines: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                since: string;
                            }[];
                            /** @description From where it was decided to go, by which rule, and why from nowhere else; the newest first */
                            routing: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                decidedAt: string;
                                cause: string;
                                actorName: string;
                                /** @description UUID; version 7 is best */
                                ruleId: string;
                                ruleName: string;
                                /** @description Whole number of the base unit */
                                asked: number;
                                /** @description Whole number of the base unit */
                                shortfall: number;
                                /** @description From where it goes, in a sentence */
                                says: string;
                                legs: {
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    warehouseCode: string;
                                    lines: {
                                        /** @description UUID; version 7 is best */
                                        lineId: string;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                    }[];
                                }[];
                                /** @description ISO 4217 */
                                currency: string;
                                cost: {
                                    /** @description Whole number of the base unit */
                                    parcels: number;
                                    /** @description Whole minor units */
                                    cost: number;
                                    /** @description Parcels whose cost nobody has said */
                                    unknown: number;
                                };
                                passedOver: {
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    warehouseCode: string;
                                    /** @description Why */
                                    says: string;
                                }[];
                            }[];
                            lines: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                baseUnit: "each" | "gram" | "millilitre";
                                /** @description Whole number of the base unit */
                                ordered: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                allocated: number;
                                /** @description Whole number of the base unit */
                                shipped: number;
                                /** @description Whole number of the base unit */
                                backOrdered: number;
                                /** @enum {string} */
                                rotation: "fefo" | "fifo" | "lifo" | "lefo" | "manual";
                                /** @description Whole number of the base unit */
                                lifeDaysMin: number | null;
                                /** @description Whole minor units */
                                unitPrice: number | null;
                                currency: string | null;
                                batches: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description UUID; version 7 is best */
                                    placeId: string;
                                    placeCode: string;
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    warehouseCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                                sent: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description UUID; version 7 is best */
                                    shipmentId: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    shippedAt: string;
                                }[];
                                passedOver: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /** @description UUID; version 7 is best */
                                    placeId: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description Why, in a sentence */
                                    says: string;
                                }[];
                                /** @description When it would leave each warehouse and arrive, as it was reckoned at the last decision */
                                arrivals: {
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    service: string | null;
                                    /** @description Whole number of the base unit */
                                    transitDays: number | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    leavesOn: string | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    deliversOn: string | null;
                                    /** @enum {string|null} */
                                    unknown: "no_route" | "no_working_day" | null;
                                }[];
                                /** @description Of a line that sells kits: the parts that leave for it, with their batches. The line itself has none and counts whole kits */
                                components: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    /** @description Whole number of the base unit */
                                    lineNo: number;
                                    /** @description UUID; version 7 is best */
                                    productId: string;
                                    sku: string;
                                    productName: string;
                                    /** @enum {string} */
                                    baseUnit: "each" | "gram" | "millilitre";
                                    /** @description Whole number of the base unit */
                                    ordered: number;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description Whole number of the base unit */
                                    allocated: number;
                                    /** @description Whole number of the base unit */
                                    shipped: number;
                                    /** @description Whole number of the base unit */
                                    backOrdered: number;
                                    /** @enum {string} */
                                    rotation: "fefo" | "fifo" | "lifo" | "lefo" | "manual";
                                    /** @description Whole number of the base unit */
                                    lifeDaysMin: number | null;
                                    /** @description Whole minor units */
                                    unitPrice: number | null;
                                    currency: string | null;
                                    batches: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        expiresOn: string | null;
                                        /** @description UUID; version 7 is best */
                                        placeId: string;
                                        placeCode: string;
                                        /** @description UUID; version 7 is best */
                                        warehouseId: string;
                                        warehouseCode: string;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                    }[];
                                    sent: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        expiresOn: string | null;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                        /** @description UUID; version 7 is best */
                                        shipmentId: string;
                                        /**
                                         * Format: instant
                                         * @description ISO 8601 with zone; kept to the millisecond
                                         */
                                        shippedAt: string;
                                    }[];
                                    passedOver: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /** @description UUID; version 7 is best */
                                        placeId: string;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                        /** @description Why, in a sentence */
                                        says: string;
                                    }[];
                                    /** @description When it would leave each warehouse and arrive, as it was reckoned at the last decision */
                                    arrivals: {
                                        /** @description UUID; version 7 is best */
                                        warehouseId: string;
                                        service: string | null;
                                        /** @description Whole number of the base unit */
                                        transitDays: number | null;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        leavesOn: string | null;
                                        /**
                                         * Format: day
                                         * @description Calendar date, YYYY-MM-DD
                                         */
                                        deliversOn: string | null;
                                        /** @enum {string|null} */
                                        unknown: "no_route" | "no_working_day" | null;
                                    }[];
                                    /** @description Base units in one kit, as it was when ordered */
                                    perKit: number;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shipments, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description UUID; version 7 is best */
                    order?: string;
                    tracking?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                number: string;
                                /** @description UUID; version 7 is best */
                                orderId: string;
                                orderNumber: string;
                                /** @description UUID; version 7 is best */
                                customerId: string | null;
                                customerName: string | null;
                                shipTo: string | null;
                                /** @description UUID; version 7 is best */
                                warehouseId: string;
                                warehouseCode: string;
                                carrier: string | null;
                                trackingNumber: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                shippedAt: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                recordedAt: string;
                                actorName: string;
                                /** @enum {string} */
                                state: "shipped" | "part_cancelled" | "cancelled";
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Ship what is allocated of an order, or the named part of it; one shipment a warehouse */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        /** @description Id or code */
                        order: string;
                        /** @description Id or code */
                        warehouse?: string;
                        carrier?: string;
                        trackingNumber?: string;
                        /**
                         * Format: instant
                         * @description ISO 8601 with zone; kept to the millisecond
                         */
                        shippedAt?: string;
                        /** @description That parts of kits may go alone; else only whole kits do */
                        partKits?: boolean;
                        /** @description These parcels of the order, and nothing else */
                        parcels?: string[];
                        lines?: {
                            /** @description UUID; version 7 is best */
                            orderLine: string;
                            /** @description Id or code */
                            batch: string;
                            /** @description Id or code */
                            place?: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            serials?: string[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                number: string;
                                /** @description UUID; version 7 is best */
                                orderId: string;
                                orderNumber: string;
                                /** @description UUID; version 7 is best */
                                customerId: string | null;
                                customerName: string | null;
                                shipTo: string | null;
                                /** @description UUID; version 7 is best */
                                warehouseId: string;
                                warehouseCode: string;
                                carrier: string | null;
                                trackingNumber: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                shippedAt: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                recordedAt: string;
                                actorName: string;
                                /** @enum {string} */
                                state: "shipped" | "part_cancelled" | "cancelled";
                                /** @description Kits of which parts are in it; the lines name theirs */
                                kits: {
                                    /** @description UUID; version 7 is best */
                                    lineId: string;
                                    /** @description Whole number of the base unit */
                                    lineNo: number;
                                    /** @description UUID; version 7 is best */
                                    productId: string;
                                    sku: string;
                                    productName: string;
                                    /** @description So many whole kits are in it; what is beside these is a part of one */
                                    whole: number;
                                }[];
                                lines: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    /** @description UUID; version 7 is best */
                                    orderLineId: string;
                                    /** @description Whole number of the base unit */
                                    lineNo: number;
                                    /** @description UUID; version 7 is best */
                                    kitLineId: string | null;
                                    kitSku: string | null;
                                    /** @description UUID; version 7 is best */
                                    productId: string;
                                    sku: string;
                                    productName: string;
                                    /** @enum {string} */
                                    baseUnit: "each" | "gram" | "millilitre";
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    placeCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description Of the quantity: it did not leave after all */
                                    cancelled: number;
                                    serials: string[];
                                }[];
                                /** @description Oldest first */
                                cancellations: {
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    cancelledAt: string;
                                    cancelledBy: string;
                                    reason: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ship many orders; each is answered, and a refused one never undoes another */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        shipments: {
                            /** @description UUID; version 7 is best */
                            id?: string;
                            /** @description Id or code */
                            order: string;
                            /** @description Id or code */
                            warehouse?: string;
                            carrier?: string;
                            trackingNumber?: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            shippedAt?: string;
                            /** @description That parts of kits may go alone; else only whole kits do */
                            partKits?: boolean;
                            /** @description These parcels of the order, and nothing else */
                            parcels?: string[];
                            lines?: {
                                /** @description UUID; version 7 is best */
                                orderLine: string;
                                /** @description Id or code */
                                batch: string;
                                /** @description Id or code */
                                place?: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                serials?: string[];
                            }[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: {
                                index: number;
                                /** @description As if this one had been sent alone */
                                status: number;
                                /** @description It was done before, and this is what was answered then */
                                again: boolean;
                                answer: {
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    items: {
                                        /** @description UUID; version 7 is best */
                                        id: string;
                                        number: string;
                                        /** @description UUID; version 7 is best */
                                        warehouseId: string;
                                        /** @description Whole number of the base unit */
                                        quantity: number;
                                    }[];
                                } | null;
                                problem: components["schemas"]["Problem"] | null;
                            }[];
                            accepted: number;
                            refused: number;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Add or correct carrier and tracking number */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        carrier?: string | null;
                        trackingNumber?: string | null;
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            orderId: string;
                            orderNumber: string;
                            /** @description UUID; version 7 is best */
                            customerId: string | null;
                            customerName: string | null;
                            shipTo: string | null;
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            carrier: string | null;
                            trackingNumber: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            shippedAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            recordedAt: string;
                            actorName: string;
                            /** @enum {string} */
                            state: "shipped" | "part_cancelled" | "cancelled";
                            /** @description Kits of which parts are in it; the lines name theirs */
                            kits: {
                                /** @description UUID; version 7 is best */
                                lineId: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description So many whole kits are in it; what is beside these is a part of one */
                                whole: number;
                            }[];
                            lines: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description UUID; version 7 is best */
                                orderLineId: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                kitLineId: string | null;
                                kitSku: string | null;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                baseUnit: "each" | "gram" | "millilitre";
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                placeCode: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Of the quantity: it did not leave after all */
                                cancelled: number;
                                serials: string[];
                            }[];
                            /** @description Oldest first */
                            cancellations: {
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                cancelledAt: string;
                                cancelledBy: string;
                                reason: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/shipments/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what was shipped by mistake and never left: all of it, or parcels; the goods are promised to their order again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        /** @description These parcels of it alone; else all of it */
                        parcels?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            shipment: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                number: string;
                                /** @description UUID; version 7 is best */
                                orderId: string;
                                orderNumber: string;
                                /** @description UUID; version 7 is best */
                                customerId: string | null;
                                customerName: string | null;
                                shipTo: string | null;
                                /** @description UUID; version 7 is best */
                                warehouseId: string;
                                warehouseCode: string;
                                carrier: string | null;
                                trackingNumber: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                shippedAt: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                recordedAt: string;
                                actorName: string;
                                /** @enum {string} */
                                state: "shipped" | "part_cancelled" | "cancelled";
                                /** @description Kits of which parts are in it; the lines name theirs */
                                kits: {
                                    /** @description UUID; version 7 is best */
                                    lineId: string;
                                    /** @description Whole number of the base unit */
                                    lineNo: number;
                                    /** @description UUID; version 7 is best */
                                    productId: string;
                                    sku: string;
                                    productName: string;
                                    /** @description So many whole kits are in it; what is beside these is a part of one */
                                    whole: number;
                                }[];
                                lines: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    /** @description UUID; version 7 is best */
                                    orderLineId: string;
                                    /** @description Whole number of the base unit */
                                    lineNo: number;
                                    /** @description UUID; version 7 is best */
                                    kitLineId: string | null;
                                    kitSku: string | null;
                                    /** @description UUID; version 7 is best */
                                    productId: string;
                                    sku: string;
                                    productName: string;
                                    /** @enum {string} */
                                    baseUnit: "each" | "gram" | "millilitre";
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    placeCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description Of the quantity: it did not leave after all */
                                    cancelled: number;
                                    serials: string[];
                                }[];
                                /** @description Oldest first */
                                cancellations: {
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    cancelledAt: string;
                                    cancelledBy: string;
                                    reason: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                            };
                            /** @description Base units that lie here again */
                            back: number;
                            /** @description Of these, promised to their order again */
                            promised: number;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A shipment, by id or number, with the batches sent */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            orderId: string;
                            orderNumber: string;
                            /** @description UUID; version 7 is best */
                            customerId: string | null;
                            customerName: string | null;
                            shipTo: string | null;
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            carrier: string | null;
                            trackingNumber: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            shippedAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            recordedAt: string;
                            actorName: string;
                            /** @enum {string} */
                            state: "shipped" | "part_cancelled" | "cancelled";
                            /** @description Kits of which parts are in it; the lines name theirs */
                            kits: {
                                /** @description UUID; version 7 is best */
                                lineId: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description So many whole kits are in it; what is beside these is a part of one */
                                whole: number;
                            }[];
                            lines: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description UUID; version 7 is best */
                                orderLineId: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                kitLineId: string | null;
                                kitSku: string | null;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                baseUnit: "each" | "gram" | "millilitre";
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                placeCode: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Of the quantity: it did not leave after all */
                                cancelled: number;
                                serials: string[];
                            }[];
                            /** @description Oldest first */
                            cancellations: {
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                cancelledAt: string;
                                cancelledBy: string;
                                reason: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pick-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders that have something to be shipped, due first; all of it, or a part */
        get: {
            parameters: {
                query?: {
                    /** @description Id or code */
                    warehouse?: string;
                    state?: "complete" | "part";
                    text?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                orderId: string;
                                number: string;
                                customerName: string | null;
                                channel: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                orderedAt: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                deliverOn: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                dueOn: string;
                                priority: number;
                                warehouses: string[];
                                /** @description Whole number of the base unit */
                                reserved: number;
                                /** @description Whole number of the base unit */
                                waiting: number;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{ref}/pick-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What to take for an order, from which bins and batches */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            orderId: string;
                            number: string;
                            warehouses: {
                                /** @description UUID; version 7 is best */
                                warehouseId: string;
                                warehouseCode: string;
                                lines: {
                                    /** @description UUID; version 7 is best */
                                    orderLineId: string;
                                    /** @description Whole number of the base unit */
                                    lineNo: number;
                                    /** @description UUID; version 7 is best */
                                    kitLineId: string | null;
                                    kitSku: string | null;
                                    sku: string;
                                    productName: string;
                                    /** @enum {string} */
                                    baseUnit: "each" | "gram" | "millilitre";
                                    /** @enum {string} */
                                    tracking: "none" | "batch" | "serial";
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description UUID; version 7 is best */
                                    placeId: string;
                                    placeCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{id}/packing-slip.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The packing slip: who sends which batches, last days and serials to whom, and what is still to come */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pick-waves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pick waves, newest first, with how far they are */
        get: {
            parameters: {
                query?: {
                    /** @description Id or code */
                    warehouse?: string;
                    state?: "open" | "closed";
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                number: string;
                                /** @description UUID; version 7 is best */
                                warehouseId: string;
                                warehouseCode: string;
                                madeBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                madeAt: string;
                                closedBy: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                closedAt: string | null;
                                orderCount: number;
                                /** @description Promised to its orders in this warehouse; 0 once it is closed */
                                units: number;
                                /** @description Of these */
                                pickedUnits: number;
                                /** @description Picked and not promised any more: to be put back */
                                stoppedUnits: number;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a pick wave of the orders named, or of those due first */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        /** @description Id or code */
                        warehouse: string;
                        /** @description Else those due first that are in no open wave */
                        orders?: string[];
                        /**
                         * Format: day
                         * @description Calendar date, YYYY-MM-DD
                         */
                        dueUntil?: string;
                        channel?: string;
                        ordersMax?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            madeBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            madeAt: string;
                            closedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            closedAt: string | null;
                            orderCount: number;
                            /** @description Promised to its orders in this warehouse; 0 once it is closed */
                            units: number;
                            /** @description Of these */
                            pickedUnits: number;
                            /** @description Picked and not promised any more: to be put back */
                            stoppedUnits: number;
                            orders: {
                                /** @description UUID; version 7 is best */
                                orderId: string;
                                number: string;
                                customerName: string | null;
                                channel: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                deliverOn: string | null;
                            }[];
                            /** @description In the order in which a picker walks */
                            tasks: {
                                /** @description UUID; version 7 is best */
                                orderId: string;
                                orderNumber: string;
                                /** @description UUID; version 7 is best */
                                orderLineId: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                kitLineId: string | null;
                                kitSku: string | null;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                baseUnit: "each" | "gram" | "millilitre";
                                /** @enum {string} */
                                tracking: "none" | "batch" | "serial";
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description UUID; version 7 is best */
                                placeId: string;
                                placeCode: string;
                                /** @description Base units in each box that stays closed */
                                packOf: number | null;
                                zoneCode: string | null;
                                /** @description Promised */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                picked: number;
                                /** @description Whole number of the base unit */
                                packed: number;
                                /** @description Whole number of the base unit */
                                toPick: number;
                                /** @description Whole number of the base unit */
                                stopped: number;
                                /** @description Whole number of the base unit */
                                packable: number;
                                /** @description Picked and in no parcel */
                                loose: number;
                                /** @description Why it must not go on */
                                why: string | null;
                            }[];
                            /** @description To be put back */
                            stopped: {
                                /** @description UUID; version 7 is best */
                                orderId: string;
                                orderNumber: string;
                                /** @description UUID; version 7 is best */
                                orderLineId: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                kitLineId: string | null;
                                kitSku: string | null;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                baseUnit: "each" | "gram" | "millilitre";
                                /** @enum {string} */
                                tracking: "none" | "batch" | "serial";
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description UUID; version 7 is best */
                                placeId: string;
                                placeCode: string;
                                /** @description Base units in each box that stays closed */
                                packOf: number | null;
                                zoneCode: string | null;
                                /** @description Promised */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                picked: number;
                                /** @description Whole number of the base unit */
                                packed: number;
                                /** @description Whole number of the base unit */
                                toPick: number;
                                /** @description Whole number of the base unit */
                                stopped: number;
                                /** @description Whole number of the base unit */
                                packable: number;
                                /** @description Picked and in no parcel */
                                loose: number;
                                why: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pick-waves/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A pick wave, by id or number: what to pick, bin by bin, and what is to be put back */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            madeBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            madeAt: string;
                            closedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            closedAt: string | null;
                            orderCount: number;
                            /** @description Promised to its orders in this warehouse; 0 once it is closed */
                            units: number;
                            /** @description Of these */
                            pickedUnits: number;
                            /** @description Picked and not promised any more: to be put back */
                            stoppedUnits: number;
                            orders: {
                                /** @description UUID; version 7 is best */
                                orderId: string;
                                number: string;
                                customerName: string | null;
                                channel: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                deliverOn: string | null;
                            }[];
                            /** @description In the order in which a picker walks */
                            tasks: {
                                /** @description UUID; version 7 is best */
                                orderId: string;
                                orderNumber: string;
                                /** @description UUID; version 7 is best */
                                orderLineId: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                kitLineId: string | null;
                                kitSku: string | null;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                baseUnit: "each" | "gram" | "millilitre";
                                /** @enum {string} */
                                tracking: "none" | "batch" | "serial";
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description UUID; version 7 is best */
                                placeId: string;
                                placeCode: string;
                                /** @description Base units in each box that stays closed */
                                packOf: number | null;
                                zoneCode: string | null;
                                /** @description Promised */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                picked: number;
                                /** @description Whole number of the base unit */
                                packed: number;
                                /** @description Whole number of the base unit */
                                toPick: number;
                                /** @description Whole number of the base unit */
                                stopped: number;
                                /** @description Whole number of the base unit */
                                packable: number;
                                /** @description Picked and in no parcel */
                                loose: number;
                                /** @description Why it must not go on */
                                why: string | null;
                            }[];
                            /** @description To be put back */
                            stopped: {
                                /** @description UUID; version 7 is best */
                                orderId: string;
                                orderNumber: string;
                                /** @description UUID; version 7 is best */
                                orderLineId: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                kitLineId: string | null;
                                kitSku: string | null;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                baseUnit: "each" | "gram" | "millilitre";
                                /** @enum {string} */
                                tracking: "none" | "batch" | "serial";
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description UUID; version 7 is best */
                                placeId: string;
                                placeCode: string;
                                /** @description Base units in each box that stays closed */
                                packOf: number | null;
                                zoneCode: string | null;
                                /** @description Promised */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                picked: number;
                                /** @description Whole number of the base unit */
                                packed: number;
                                /** @description Whole number of the base unit */
                                toPick: number;
                                /** @description Whole number of the base unit */
                                stopped: number;
                                /** @description Whole number of the base unit */
                                packable: number;
                                /** @description Picked and in no parcel */
                                loose: number;
                                why: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/left-picked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders with goods that lie picked though no open wave has them: to be packed, shipped or put back */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                orderId: string;
                                orderNumber: string;
                                /** @description UUID; version 7 is best */
                                warehouseId: string;
                                warehouseCode: string;
                                /** @description Units that lie picked */
                                picked: number;
                                /** @description Of these, in parcels that are still here */
                                packed: number;
                                /** @description Of these, not promised any more: to be put back */
                                stopped: number;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pick-waves/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a wave; what is not picked of its orders can go into another */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            madeBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            madeAt: string;
                            closedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            closedAt: string | null;
                            orderCount: number;
                            /** @description Promised to its orders in this warehouse; 0 once it is closed */
                            units: number;
                            /** @description Of these */
                            pickedUnits: number;
                            /** @description Picked and not promised any more: to be put back */
                            stoppedUnits: number;
                            orders: {
                                /** @description UUID; version 7 is best */
                                orderId: string;
                                number: string;
                                customerName: string | null;
                                channel: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                deliverOn: string | null;
                            }[];
                            /** @description In the order in which a picker walks */
                            tasks: {
                                /** @description UUID; version 7 is best */
                                orderId: string;
                                orderNumber: string;
                                /** @description UUID; version 7 is best */
                                orderLineId: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                kitLineId: string | null;
                                kitSku: string | null;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                baseUnit: "each" | "gram" | "millilitre";
                                /** @enum {string} */
                                tracking: "none" | "batch" | "serial";
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description UUID; version 7 is best */
                                placeId: string;
                                placeCode: string;
                                /** @description Base units in each box that stays closed */
                                packOf: number | null;
                                zoneCode: string | null;
                                /** @description Promised */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                picked: number;
                                /** @description Whole number of the base unit */
                                packed: number;
                                /** @description Whole number of the base unit */
                                toPick: number;
                                /** @description Whole number of the base unit */
                                stopped: number;
                                /** @description Whole number of the base unit */
                                packable: number;
                                /** @description Picked and in no parcel */
                                loose: number;
                                /** @description Why it must not go on */
                                why: string | null;
                            }[];
                            /** @description To be put back */
                            stopped: {
                                /** @description UUID; version 7 is best */
                                orderId: string;
                                orderNumber: string;
                                /** @description UUID; version 7 is best */
                                orderLineId: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                kitLineId: string | null;
                                kitSku: string | null;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                baseUnit: "each" | "gram" | "millilitre";
                                /** @enum {string} */
                                tracking: "none" | "batch" | "serial";
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description UUID; version 7 is best */
                                placeId: string;
                                placeCode: string;
                                /** @description Base units in each box that stays closed */
                                packOf: number | null;
                                zoneCode: string | null;
                                /** @description Promised */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                picked: number;
                                /** @description Whole number of the base unit */
                                packed: number;
                                /** @description Whole number of the base unit */
                                toPick: number;
                                /** @description Whole number of the base unit */
                                stopped: number;
                                /** @description Whole number of the base unit */
                                packable: number;
                                /** @description Picked and in no parcel */
                                loose: number;
                                why: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pick-waves/{id}/picks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pick what was scanned; another batch than planned is swapped where the rules of the line allow it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        /** @description UUID; version 7 is best */
                        orderLine?: string;
                        /** @description Id, code, or all that a scanner read of a GS1 label */
                        batch: string;
                        /** @description Id or code */
                        place?: string;
                        /** @description Whole number of the base unit */
                        quantity: number;
                        scan?: string;
                        instead?: {
                            /** @description UUID; version 7 is best */
                            batch: string;
                            /** @description UUID; version 7 is best */
                            place: string;
                        };
                        force?: {
                            reason: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            orderLineId: string;
                            /** @description UUID; version 7 is best */
                            batchId: string;
                            batchCode: string;
                            /** @description UUID; version 7 is best */
                            placeId: string;
                            placeCode: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            swap: {
                                /** @description Which was to be picked */
                                batchCode: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description That were promised it and now have other stock or wait */
                                lines: number;
                                forced: boolean;
                            } | null;
                            /** @description Where the label says other than what is known here */
                            notes: string[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/order-lines/{id}/put-backs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put picked goods back to their bin */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        /** @description UUID; version 7 is best */
                        batch: string;
                        /** @description UUID; version 7 is best */
                        place: string;
                        /** @description Whole number of the base unit */
                        quantity: number;
                        scan?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Whole number of the base unit */
                            quantity: number;
                            placeCode: string;
                            batchCode: string;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pick-waves/{id}/short": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fewer are at the bin: what is missing leaves the stock, and the line is served from elsewhere */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        /** @description UUID; version 7 is best */
                        orderLine: string;
                        /** @description UUID; version 7 is best */
                        batch: string;
                        /** @description UUID; version 7 is best */
                        place: string;
                        found: number;
                        reason: string;
                        serials?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            picked: number;
                            /** @description Whole number of the base unit */
                            missing: number;
                            /** @description Whole number of the base unit */
                            gone: number;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Parcels, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description UUID; version 7 is best */
                    order?: string;
                    /** @description UUID; version 7 is best */
                    shipment?: string;
                    state?: "packed" | "shipped" | "cancelled";
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                number: string;
                                /** @enum {string} */
                                state: "packed" | "shipped" | "cancelled";
                                /** @description UUID; version 7 is best */
                                orderId: string;
                                orderNumber: string;
                                customerName: string | null;
                                shipTo: string | null;
                                /** @description UUID; version 7 is best */
                                warehouseId: string;
                                warehouseCode: string;
                                /** @description Serial Shipping Container Code, 18 digits */
                                sscc: string | null;
                                /** @description Why it has none */
                                ssccNote: string | null;
                                weightGrams: number | null;
                                packedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                packedAt: string;
                                cancelledBy: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                cancelledAt: string | null;
                                cancelReason: string | null;
                                /** @description UUID; version 7 is best */
                                shipmentId: string | null;
                                shipmentNumber: string | null;
                                /** @description Kits of which parts are in it; the lines name theirs */
                                kits: {
                                    /** @description UUID; version 7 is best */
                                    lineId: string;
                                    /** @description Whole number of the base unit */
                                    lineNo: number;
                                    /** @description UUID; version 7 is best */
                                    productId: string;
                                    sku: string;
                                    productName: string;
                                    /** @description So many whole kits are in it; what is beside these is a part of one */
                                    whole: number;
                                }[];
                                lines: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    /** @description UUID; version 7 is best */
                                    orderLineId: string;
                                    /** @description Whole number of the base unit */
                                    lineNo: number;
                                    /** @description UUID; version 7 is best */
                                    kitLineId: string | null;
                                    kitSku: string | null;
                                    /** @description UUID; version 7 is best */
                                    productId: string;
                                    sku: string;
                                    productName: string;
                                    /** @enum {string} */
                                    baseUnit: "each" | "gram" | "millilitre";
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description UUID; version 7 is best */
                                    placeId: string;
                                    placeCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    serials: string[];
                                    /** @description Why it must not leave */
                                    stopped: string | null;
                                }[];
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Pack what was picked of an order, or the part named, into a parcel */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        /** @description Id or code */
                        order: string;
                        /** @description Id or code */
                        warehouse?: string;
                        weightGrams?: number;
                        /** @description That parts of kits may go alone; else only whole kits do */
                        partKits?: boolean;
                        /** @description Else all that is picked and in no parcel */
                        lines?: {
                            /** @description UUID; version 7 is best */
                            orderLine: string;
                            /** @description Id or code */
                            batch: string;
                            /** @description Id or code */
                            place?: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            serials?: string[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            state: "packed" | "shipped" | "cancelled";
                            /** @description UUID; version 7 is best */
                            orderId: string;
                            orderNumber: string;
                            customerName: string | null;
                            shipTo: string | null;
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            /** @description Serial Shipping Container Code, 18 digits */
                            sscc: string | null;
                            /** @description Why it has none */
                            ssccNote: string | null;
                            weightGrams: number | null;
                            packedBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            packedAt: string;
                            cancelledBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            /** @description UUID; version 7 is best */
                            shipmentId: string | null;
                            shipmentNumber: string | null;
                            /** @description Kits of which parts are in it; the lines name theirs */
                            kits: {
                                /** @description UUID; version 7 is best */
                                lineId: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description So many whole kits are in it; what is beside these is a part of one */
                                whole: number;
                            }[];
                            lines: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description UUID; version 7 is best */
                                orderLineId: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                kitLineId: string | null;
                                kitSku: string | null;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                baseUnit: "each" | "gram" | "millilitre";
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description UUID; version 7 is best */
                                placeId: string;
                                placeCode: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                serials: string[];
                                /** @description Why it must not leave */
                                stopped: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A parcel, by id, number or SSCC */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            state: "packed" | "shipped" | "cancelled";
                            /** @description UUID; version 7 is best */
                            orderId: string;
                            orderNumber: string;
                            customerName: string | null;
                            shipTo: string | null;
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            /** @description Serial Shipping Container Code, 18 digits */
                            sscc: string | null;
                            /** @description Why it has none */
                            ssccNote: string | null;
                            weightGrams: number | null;
                            packedBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            packedAt: string;
                            cancelledBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            /** @description UUID; version 7 is best */
                            shipmentId: string | null;
                            shipmentNumber: string | null;
                            /** @description Kits of which parts are in it; the lines name theirs */
                            kits: {
                                /** @description UUID; version 7 is best */
                                lineId: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description So many whole kits are in it; what is beside these is a part of one */
                                whole: number;
                            }[];
                            lines: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description UUID; version 7 is best */
                                orderLineId: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                kitLineId: string | null;
                                kitSku: string | null;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                baseUnit: "each" | "gram" | "millilitre";
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description UUID; version 7 is best */
                                placeId: string;
                                placeCode: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                serials: string[];
                                /** @description Why it must not leave */
                                stopped: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{ref}/packing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What of an order is picked and can be packed, what is stopped, and its parcels */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            orderId: string;
                            number: string;
                            /** @description What is promised or picked, batch by batch; with the GTINs of its product */
                            rows: ({
                                /** @description UUID; version 7 is best */
                                orderId: string;
                                orderNumber: string;
                                /** @description UUID; version 7 is best */
                                orderLineId: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                kitLineId: string | null;
                                kitSku: string | null;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                baseUnit: "each" | "gram" | "millilitre";
                                /** @enum {string} */
                                tracking: "none" | "batch" | "serial";
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description UUID; version 7 is best */
                                placeId: string;
                                placeCode: string;
                                /** @description Base units in each box that stays closed */
                                packOf: number | null;
                                zoneCode: string | null;
                                /** @description Promised */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                picked: number;
                                /** @description Whole number of the base unit */
                                packed: number;
                                /** @description Whole number of the base unit */
                                toPick: number;
                                /** @description Whole number of the base unit */
                                stopped: number;
                                /** @description Whole number of the base unit */
                                packable: number;
                                /** @description Picked and in no parcel */
                                loose: number;
                                /** @description Why it must not go on */
                                why: string | null;
                            } & {
                                gtins: string[];
                            })[];
                            parcels: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                number: string;
                                /** @enum {string} */
                                state: "packed" | "shipped" | "cancelled";
                                /** @description UUID; version 7 is best */
                                orderId: string;
                                orderNumber: string;
                                customerName: string | null;
                                shipTo: string | null;
                                /** @description UUID; version 7 is best */
                                warehouseId: string;
                                warehouseCode: string;
                                /** @description Serial Shipping Container Code, 18 digits */
                                sscc: string | null;
                                /** @description Why it has none */
                                ssccNote: string | null;
                                weightGrams: number | null;
                                packedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                packedAt: string;
                                cancelledBy: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                cancelledAt: string | null;
                                cancelReason: string | null;
                                /** @description UUID; version 7 is best */
                                shipmentId: string | null;
                                shipmentNumber: string | null;
                                /** @description Kits of which parts are in it; the lines name theirs */
                                kits: {
                                    /** @description UUID; version 7 is best */
                                    lineId: string;
                                    /** @description Whole number of the base unit */
                                    lineNo: number;
                                    /** @description UUID; version 7 is best */
                                    productId: string;
                                    sku: string;
                                    productName: string;
                                    /** @description So many whole kits are in it; what is beside these is a part of one */
                                    whole: number;
                                }[];
                                lines: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    /** @description UUID; version 7 is best */
                                    orderLineId: string;
                                    /** @description Whole number of the base unit */
                                    lineNo: number;
                                    /** @description UUID; version 7 is best */
                                    kitLineId: string | null;
                                    kitSku: string | null;
                                    /** @description UUID; version 7 is best */
                                    productId: string;
                                    sku: string;
                                    productName: string;
                                    /** @enum {string} */
                                    baseUnit: "each" | "gram" | "millilitre";
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description UUID; version 7 is best */
                                    placeId: string;
                                    placeCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    serials: string[];
                                    /** @description Why it must not leave */
                                    stopped: string | null;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a parcel again before it is shipped: its goods are picked and in no parcel */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            state: "packed" | "shipped" | "cancelled";
                            /** @description UUID; version 7 is best */
                            orderId: string;
                            orderNumber: string;
                            customerName: string | null;
                            shipTo: string | null;
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            /** @description Serial Shipping Container Code, 18 digits */
                            sscc: string | null;
                            /** @description Why it has none */
                            ssccNote: string | null;
                            weightGrams: number | null;
                            packedBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            packedAt: string;
                            cancelledBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            /** @description UUID; version 7 is best */
                            shipmentId: string | null;
                            shipmentNumber: string | null;
                            /** @description Kits of which parts are in it; the lines name theirs */
                            kits: {
                                /** @description UUID; version 7 is best */
                                lineId: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description So many whole kits are in it; what is beside these is a part of one */
                                whole: number;
                            }[];
                            lines: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description UUID; version 7 is best */
                                orderLineId: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                kitLineId: string | null;
                                kitSku: string | null;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                baseUnit: "each" | "gram" | "millilitre";
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description UUID; version 7 is best */
                                placeId: string;
                                placeCode: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                serials: string[];
                                /** @description Why it must not leave */
                                stopped: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels/{id}/packing-slip.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The packing slip of one parcel: batches, last days, serials and SSCC */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Transfers, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description Id or code */
                    warehouse?: string;
                    /** @description UUID; version 7 is best */
                    batch?: string;
                    next?: "approve" | "ship" | "receive";
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                number: string;
                                /** @description UUID; version 7 is best */
                                fromWarehouseId: string;
                                fromCode: string;
                                /** @description UUID; version 7 is best */
                                toWarehouseId: string;
                                toCode: string;
                                note: string | null;
                                /**
                                 * @description Read from what was recorded and from the ledger, each time anew
                                 * @enum {string}
                                 */
                                state: "requested" | "approved" | "picking" | "in_transit" | "partly_received" | "discrepancy" | "received" | "closed" | "cancelled";
                                requestedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                requestedAt: string;
                                approvedBy: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                approvedAt: string | null;
                                cancelledBy: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                cancelledAt: string | null;
                                cancelReason: string | null;
                                /** @description Whole number of the base unit */
                                lineCount: number;
                                /** @description Whole number of the base unit */
                                asked: number;
                                /** @description Whole number of the base unit */
                                reserved: number;
                                /** @description Whole number of the base unit */
                                sent: number;
                                /** @description Whole number of the base unit */
                                inTransit: number;
                                /** @description Whole number of the base unit */
                                arrived: number;
                                /** @description Whole number of the base unit */
                                returned: number;
                                /** @description Whole number of the base unit */
                                missing: number;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Ask for goods to go to another warehouse */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        /** @description Id or code */
                        from: string;
                        /** @description Id or code */
                        to: string;
                        note?: string;
                        /** @description At once, by who may: its lines are promised stock */
                        approve?: boolean;
                        lines: {
                            /** @description Id or code */
                            product: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            /** @description Id or code */
                            batch?: string;
                            /** @description Why that batch; an expired one goes only with a reason */
                            reason?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            fromWarehouseId: string;
                            fromCode: string;
                            /** @description UUID; version 7 is best */
                            toWarehouseId: string;
                            toCode: string;
                            note: string | null;
                            /**
                             * @description Read from what was recorded and from the ledger, each time anew
                             * @enum {string}
                             */
                            state: "requested" | "approved" | "picking" | "in_transit" | "partly_received" | "discrepancy" | "received" | "closed" | "cancelled";
                            requestedBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            requestedAt: string;
                            approvedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            approvedAt: string | null;
                            cancelledBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            /** @description Whole number of the base unit */
                            lineCount: number;
                            /** @description Whole number of the base unit */
                            asked: number;
                            /** @description Whole number of the base unit */
                            reserved: number;
                            /** @description Whole number of the base unit */
                            sent: number;
                            /** @description Whole number of the base unit */
                            inTransit: number;
                            /** @description Whole number of the base unit */
                            arrived: number;
                            /** @description Whole number of the base unit */
                            returned: number;
                            /** @description Whole number of the base unit */
                            missing: number;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfers/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a transfer: its lines are promised stock, behind all orders that wait */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            fromWarehouseId: string;
                            fromCode: string;
                            /** @description UUID; version 7 is best */
                            toWarehouseId: string;
                            toCode: string;
                            note: string | null;
                            /**
                             * @description Read from what was recorded and from the ledger, each time anew
                             * @enum {string}
                             */
                            state: "requested" | "approved" | "picking" | "in_transit" | "partly_received" | "discrepancy" | "received" | "closed" | "cancelled";
                            requestedBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            requestedAt: string;
                            approvedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            approvedAt: string | null;
                            cancelledBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            /** @description Whole number of the base unit */
                            lineCount: number;
                            /** @description Whole number of the base unit */
                            asked: number;
                            /** @description Whole number of the base unit */
                            reserved: number;
                            /** @description Whole number of the base unit */
                            sent: number;
                            /** @description Whole number of the base unit */
                            inTransit: number;
                            /** @description Whole number of the base unit */
                            arrived: number;
                            /** @description Whole number of the base unit */
                            returned: number;
                            /** @description Whole number of the base unit */
                            missing: number;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfers/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel what has not left: what was promised to it is free */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            fromWarehouseId: string;
                            fromCode: string;
                            /** @description UUID; version 7 is best */
                            toWarehouseId: string;
                            toCode: string;
                            note: string | null;
                            /**
                             * @description Read from what was recorded and from the ledger, each time anew
                             * @enum {string}
                             */
                            state: "requested" | "approved" | "picking" | "in_transit" | "partly_received" | "discrepancy" | "received" | "closed" | "cancelled";
                            requestedBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            requestedAt: string;
                            approvedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            approvedAt: string | null;
                            cancelledBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            /** @description Whole number of the base unit */
                            lineCount: number;
                            /** @description Whole number of the base unit */
                            asked: number;
                            /** @description Whole number of the base unit */
                            reserved: number;
                            /** @description Whole number of the base unit */
                            sent: number;
                            /** @description Whole number of the base unit */
                            inTransit: number;
                            /** @description Whole number of the base unit */
                            arrived: number;
                            /** @description Whole number of the base unit */
                            returned: number;
                            /** @description Whole number of the base unit */
                            missing: number;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfers/{id}/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is promised leaves its bins, and is on its way */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description All that is promised where nothing is named */
                        lines?: {
                            /** @description Whole number of the base unit */
                            line?: number;
                            /** @description Id or code */
                            batch?: string;
                            /** @description Id or code */
                            place?: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            serials?: string[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            fromWarehouseId: string;
                            fromCode: string;
                            /** @description UUID; version 7 is best */
                            toWarehouseId: string;
                            toCode: string;
                            note: string | null;
                            /**
                             * @description Read from what was recorded and from the ledger, each time anew
                             * @enum {string}
                             */
                            state: "requested" | "approved" | "picking" | "in_transit" | "partly_received" | "discrepancy" | "received" | "closed" | "cancelled";
                            requestedBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            requestedAt: string;
                            approvedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            approvedAt: string | null;
                            cancelledBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            /** @description Whole number of the base unit */
                            lineCount: number;
                            /** @description Whole number of the base unit */
                            asked: number;
                            /** @description Whole number of the base unit */
                            reserved: number;
                            /** @description Whole number of the base unit */
                            sent: number;
                            /** @description Whole number of the base unit */
                            inTransit: number;
                            /** @description Whole number of the base unit */
                            arrived: number;
                            /** @description Whole number of the base unit */
                            returned: number;
                            /** @description Whole number of the base unit */
                            missing: number;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfers/{id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is on its way arrives, in whole or in part: the same batch, with its dates and its first receipt */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Id or code */
                        warehouse?: string;
                        /**
                         * @description Of what is then still on its way: whether more is to come, or somebody has to find out
                         * @enum {string}
                         */
                        rest?: "to_come" | "missing";
                        /** @description All that is on its way where nothing is named; the place is where it is put */
                        lines?: {
                            /** @description Whole number of the base unit */
                            line?: number;
                            /** @description Id or code */
                            batch?: string;
                            /** @description Id or code */
                            place?: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            serials?: string[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            fromWarehouseId: string;
                            fromCode: string;
                            /** @description UUID; version 7 is best */
                            toWarehouseId: string;
                            toCode: string;
                            note: string | null;
                            /**
                             * @description Read from what was recorded and from the ledger, each time anew
                             * @enum {string}
                             */
                            state: "requested" | "approved" | "picking" | "in_transit" | "partly_received" | "discrepancy" | "received" | "closed" | "cancelled";
                            requestedBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            requestedAt: string;
                            approvedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            approvedAt: string | null;
                            cancelledBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            /** @description Whole number of the base unit */
                            lineCount: number;
                            /** @description Whole number of the base unit */
                            asked: number;
                            /** @description Whole number of the base unit */
                            reserved: number;
                            /** @description Whole number of the base unit */
                            sent: number;
                            /** @description Whole number of the base unit */
                            inTransit: number;
                            /** @description Whole number of the base unit */
                            arrived: number;
                            /** @description Whole number of the base unit */
                            returned: number;
                            /** @description Whole number of the base unit */
                            missing: number;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfers/{id}/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what became of goods that left and did not come: lost, found, damaged, or another batch lies there */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Whole number of the base unit */
                        line: number;
                        /** @description Id or code */
                        batch: string;
                        /** @description Whole number of the base unit */
                        quantity: number;
                        /** @enum {string} */
                        as: "lost" | "found" | "damaged" | "wrong_batch";
                        reason: string;
                        /** @description Id or code */
                        warehouse?: string;
                        /** @description Id or code */
                        place?: string;
                        serials?: string[];
                        other?: {
                            batch: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            expiresOn?: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            producedOn?: string;
                            different?: boolean;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            fromWarehouseId: string;
                            fromCode: string;
                            /** @description UUID; version 7 is best */
                            toWarehouseId: string;
                            toCode: string;
                            note: string | null;
                            /**
                             * @description Read from what was recorded and from the ledger, each time anew
                             * @enum {string}
                             */
                            state: "requested" | "approved" | "picking" | "in_transit" | "partly_received" | "discrepancy" | "received" | "closed" | "cancelled";
                            requestedBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            requestedAt: string;
                            approvedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            approvedAt: string | null;
                            cancelledBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            /** @description Whole number of the base unit */
                            lineCount: number;
                            /** @description Whole number of the base unit */
                            asked: number;
                            /** @description Whole number of the base unit */
                            reserved: number;
                            /** @description Whole number of the base unit */
                            sent: number;
                            /** @description Whole number of the base unit */
                            inTransit: number;
                            /** @description Whole number of the base unit */
                            arrived: number;
                            /** @description Whole number of the base unit */
                            returned: number;
                            /** @description Whole number of the base unit */
                            missing: number;
                            lines: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                baseUnit: string;
                                /** @enum {string} */
                                tracking: "none" | "batch" | "serial";
                                /** @description Whole number of the base unit */
                                requested: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                reserved: number;
                                /** @description Whole number of the base unit */
                                sent: number;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                batchCode: string | null;
                                reason: string | null;
                                /** @description What is to be picked */
                                promised: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description UUID; version 7 is best */
                                    placeId: string;
                                    placeCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                                /** @description What left of it */
                                batches: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description Whole number of the base unit */
                                    sent: number;
                                    /** @description Whole number of the base unit */
                                    inTransit: number;
                                    /** @description Whole number of the base unit */
                                    arrived: number;
                                    /** @description Whole number of the base unit */
                                    returned: number;
                                    /** @description Whole number of the base unit */
                                    missing: number;
                                }[];
                                /** @description While units are missing: what stood against each other batch */
                                passedOver: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    says: string;
                                }[];
                            }[];
                            discrepancies: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                /** @enum {string} */
                                kind: "missing" | "lost" | "found" | "damaged" | "wrong_batch";
                                /** @description Whole number of the base unit */
                                quantity: number;
                                otherBatchCode: string | null;
                                reason: string | null;
                                madeBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                madeAt: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfers/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A transfer with its lines and batches, by id or number */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            fromWarehouseId: string;
                            fromCode: string;
                            /** @description UUID; version 7 is best */
                            toWarehouseId: string;
                            toCode: string;
                            note: string | null;
                            /**
                             * @description Read from what was recorded and from the ledger, each time anew
                             * @enum {string}
                             */
                            state: "requested" | "approved" | "picking" | "in_transit" | "partly_received" | "discrepancy" | "received" | "closed" | "cancelled";
                            requestedBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            requestedAt: string;
                            approvedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            approvedAt: string | null;
                            cancelledBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            /** @description Whole number of the base unit */
                            lineCount: number;
                            /** @description Whole number of the base unit */
                            asked: number;
                            /** @description Whole number of the base unit */
                            reserved: number;
                            /** @description Whole number of the base unit */
                            sent: number;
                            /** @description Whole number of the base unit */
                            inTransit: number;
                            /** @description Whole number of the base unit */
                            arrived: number;
                            /** @description Whole number of the base unit */
                            returned: number;
                            /** @description Whole number of the base unit */
                            missing: number;
                            lines: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                baseUnit: string;
                                /** @enum {string} */
                                tracking: "none" | "batch" | "serial";
                                /** @description Whole number of the base unit */
                                requested: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                reserved: number;
                                /** @description Whole number of the base unit */
                                sent: number;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                batchCode: string | null;
                                reason: string | null;
                                /** @description What is to be picked */
                                promised: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description UUID; version 7 is best */
                                    placeId: string;
                                    placeCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                                /** @description What left of it */
                                batches: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description Whole number of the base unit */
                                    sent: number;
                                    /** @description Whole number of the base unit */
                                    inTransit: number;
                                    /** @description Whole number of the base unit */
                                    arrived: number;
                                    /** @description Whole number of the base unit */
                                    returned: number;
                                    /** @description Whole number of the base unit */
                                    missing: number;
                                }[];
                                /** @description While units are missing: what stood against each other batch */
                                passedOver: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    says: string;
                                }[];
                            }[];
                            discrepancies: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                /** @enum {string} */
                                kind: "missing" | "lost" | "found" | "damaged" | "wrong_batch";
                                /** @description Whole number of the base unit */
                                quantity: number;
                                otherBatchCode: string | null;
                                reason: string | null;
                                madeBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                madeAt: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfers/{ref}/packing-slip.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The packing slip of what is on its way: batches, last days, quantities and serials */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfers/{ref}/goods.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is on its way, a row a batch: a file that the receiving side reads, and receives from */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfer-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What should go to which warehouse, and why: somebody waits there, or it sells there before its last day and not here */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description UUID; version 7 is best */
                                from: string;
                                fromCode: string;
                                /** @description UUID; version 7 is best */
                                to: string;
                                toCode: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                batchCode: string | null;
                                /** @enum {string} */
                                why: "waiting" | "expires";
                                /** @description Whole number of the base unit */
                                waiting: number | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description Whole number of the base unit */
                                unsold: number | null;
                                says: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts, newest first, with how far they are */
        get: {
            parameters: {
                query?: {
                    /** @description Id or code */
                    warehouse?: string;
                    state?: "open" | "closed";
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                number: string;
                                /** @description UUID; version 7 is best */
                                warehouseId: string;
                                warehouseCode: string;
                                /** @enum {string} */
                                kind: "bins" | "products" | "batches" | "class" | "random";
                                /** @enum {string|null} */
                                class: "A" | "B" | "C" | null;
                                /** @enum {string|null} */
                                classBy: "units" | "value" | null;
                                sample: number | null;
                                seed: number | null;
                                /** @description Bins there were to draw from */
                                drawnFrom: number | null;
                                blind: boolean;
                                counter: string | null;
                                madeBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                madeAt: string;
                                closedBy: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                closedAt: string | null;
                                closeReason: string | null;
                                bins: number;
                                /** @description Bins that are counted and not to be counted again */
                                counted: number;
                                /** @description null to those who are not told what a blind count expects */
                                differing: number | null;
                                /** @description Differences that are not booked */
                                open: number | null;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Ask for a count: of bins, products, batches, an ABC class, or bins drawn at random */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        /** @description Id or code */
                        warehouse: string;
                        /**
                         * @description What it is of; bins that are not named are all in which anything lies
                         * @enum {string}
                         */
                        of: "bins" | "products" | "batches" | "class" | "random";
                        bins?: string[];
                        products?: string[];
                        batches?: string[];
                        /** @enum {string} */
                        class?: "A" | "B" | "C";
                        /** @enum {string} */
                        classBy?: "units" | "value";
                        /** @description How many bins are drawn */
                        sample?: number;
                        /** @description Draws the same bins again */
                        seed?: number;
                        /** @description Whoever counts is not told what is expected */
                        blind: boolean;
                        counter?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            /** @enum {string} */
                            kind: "bins" | "products" | "batches" | "class" | "random";
                            /** @enum {string|null} */
                            class: "A" | "B" | "C" | null;
                            /** @enum {string|null} */
                            classBy: "units" | "value" | null;
                            sample: number | null;
                            seed: number | null;
                            /** @description Bins there were to draw from */
                            drawnFrom: number | null;
                            blind: boolean;
                            counter: string | null;
                            madeBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            madeAt: string;
                            closedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            closedAt: string | null;
                            closeReason: string | null;
                            bins: number;
                            /** @description Bins that are counted and not to be counted again */
                            counted: number;
                            /** @description null to those who are not told what a blind count expects */
                            differing: number | null;
                            /** @description Differences that are not booked */
                            open: number | null;
                            /** @description What is counted in the bins; all that lies there where it names nothing */
                            subjects: {
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                batchCode: string | null;
                            }[];
                            tasks: {
                                /** @description UUID; version 7 is best */
                                placeId: string;
                                placeCode: string;
                                /** @description Base units in each box that stays closed */
                                packOf: number | null;
                                /** @enum {string} */
                                state: "to_count" | "counted" | "recount";
                                round: number;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                countedAt: string | null;
                                countedBy: string | null;
                                recountReason: string | null;
                                differing: number | null;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/counts/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A count, by id or number, bin by bin */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            /** @enum {string} */
                            kind: "bins" | "products" | "batches" | "class" | "random";
                            /** @enum {string|null} */
                            class: "A" | "B" | "C" | null;
                            /** @enum {string|null} */
                            classBy: "units" | "value" | null;
                            sample: number | null;
                            seed: number | null;
                            /** @description Bins there were to draw from */
                            drawnFrom: number | null;
                            blind: boolean;
                            counter: string | null;
                            madeBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            madeAt: string;
                            closedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            closedAt: string | null;
                            closeReason: string | null;
                            bins: number;
                            /** @description Bins that are counted and not to be counted again */
                            counted: number;
                            /** @description null to those who are not told what a blind count expects */
                            differing: number | null;
                            /** @description Differences that are not booked */
                            open: number | null;
                            /** @description What is counted in the bins; all that lies there where it names nothing */
                            subjects: {
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                batchCode: string | null;
                            }[];
                            tasks: {
                                /** @description UUID; version 7 is best */
                                placeId: string;
                                placeCode: string;
                                /** @description Base units in each box that stays closed */
                                packOf: number | null;
                                /** @enum {string} */
                                state: "to_count" | "counted" | "recount";
                                round: number;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                countedAt: string | null;
                                countedBy: string | null;
                                recountReason: string | null;
                                differing: number | null;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/counts/{ref}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the last tally of each bin is not what was expected then, with what it is worth and what it may be */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: string;
                            blind: boolean;
                            currency: string;
                            /** @description Minor units of the account's currency */
                            countLimit: number | null;
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description UUID; version 7 is best */
                                placeId: string;
                                placeCode: string;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                batchRead: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description Whole number of the base unit */
                                found: number;
                                /** @description Whole number of the base unit */
                                expected: number;
                                /** @description Whole number of the base unit */
                                difference: number;
                                /** @description Minor units of the account's currency */
                                value: number | null;
                                needsApproval: boolean;
                                /** @enum {string|null} */
                                hindrance: "approval" | "own_count" | "blind" | null;
                                suggestion: {
                                    /** @enum {string} */
                                    kind: "swapped" | "typed_wrongly" | "add_batch";
                                    says: string;
                                    /** @description UUID; version 7 is best */
                                    otherLineId?: string;
                                    otherCode?: string;
                                    /** @description Whole number of the base unit */
                                    quantity?: number;
                                } | null;
                                note: string | null;
                                round: number;
                                countedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                countedAt: string;
                                recount: boolean;
                                bookedBy: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                bookedAt: string | null;
                                /** @description UUID; version 7 is best */
                                bookedBatchId: string | null;
                                /** @description UUID; version 7 is best */
                                moveId: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/abc-classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which products make up most of what left a warehouse */
        get: {
            parameters: {
                query: {
                    /** @description Id or code */
                    warehouse: string;
                    by?: "units" | "value";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            definition: string;
                            items: {
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                name: string;
                                /** @enum {string} */
                                class: "A" | "B" | "C";
                                /** @description Base units, or minor units of the currency */
                                amount: number;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batch-accuracy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often the system was right about a batch in a bin, by warehouse */
        get: {
            parameters: {
                query?: {
                    /** @description Id or code */
                    warehouse?: string;
                    /** @description ISO 8601 with zone; kept to the millisecond */
                    from?: string;
                    /** @description ISO 8601 with zone; kept to the millisecond */
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            definition: string;
                            items: {
                                /** @description UUID; version 7 is best */
                                warehouseId: string;
                                warehouseCode: string;
                                /** @description Batches at bins */
                                counted: number;
                                right: number;
                                /** @description To one decimal */
                                percent: number | null;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/counts/{id}/tallies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write what was found in bins; a bin that was counted before is counted anew */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        tallies: {
                            /** @description Id or code */
                            place: string;
                            /** @description All that was found in the bin of what is counted; what is not named was not there */
                            lines: {
                                /** @description Id or code */
                                product?: string;
                                /** @description Id or code of the batch, or all that its GS1 label says */
                                batch?: string;
                                /** @description Found, in base units */
                                quantity: number;
                                serials?: string[];
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn?: string;
                                note?: string;
                            }[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description UUID; version 7 is best */
                                placeId: string;
                                placeCode: string;
                                round: number;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/counts/{id}/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book differences: those named, or all that you may. Above the limit, somebody else than the counter does */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        lines?: string[];
                        reason?: string;
                        /** @description A code that looks like a known one is another batch */
                        different?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            booked: number;
                            /** @description Differences that are not booked */
                            left: number;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/counts/{id}/recounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have bins counted again; their differences wait for it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        places: string[];
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            /** @enum {string} */
                            kind: "bins" | "products" | "batches" | "class" | "random";
                            /** @enum {string|null} */
                            class: "A" | "B" | "C" | null;
                            /** @enum {string|null} */
                            classBy: "units" | "value" | null;
                            sample: number | null;
                            seed: number | null;
                            /** @description Bins there were to draw from */
                            drawnFrom: number | null;
                            blind: boolean;
                            counter: string | null;
                            madeBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            madeAt: string;
                            closedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            closedAt: string | null;
                            closeReason: string | null;
                            bins: number;
                            /** @description Bins that are counted and not to be counted again */
                            counted: number;
                            /** @description null to those who are not told what a blind count expects */
                            differing: number | null;
                            /** @description Differences that are not booked */
                            open: number | null;
                            /** @description What is counted in the bins; all that lies there where it names nothing */
                            subjects: {
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                batchCode: string | null;
                            }[];
                            tasks: {
                                /** @description UUID; version 7 is best */
                                placeId: string;
                                placeCode: string;
                                /** @description Base units in each box that stays closed */
                                packOf: number | null;
                                /** @enum {string} */
                                state: "to_count" | "counted" | "recount";
                                round: number;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                countedAt: string | null;
                                countedBy: string | null;
                                recountReason: string | null;
                                differing: number | null;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/counts/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a count; with a reason where something is left */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            /** @enum {string} */
                            kind: "bins" | "products" | "batches" | "class" | "random";
                            /** @enum {string|null} */
                            class: "A" | "B" | "C" | null;
                            /** @enum {string|null} */
                            classBy: "units" | "value" | null;
                            sample: number | null;
                            seed: number | null;
                            /** @description Bins there were to draw from */
                            drawnFrom: number | null;
                            blind: boolean;
                            counter: string | null;
                            madeBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            madeAt: string;
                            closedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            closedAt: string | null;
                            closeReason: string | null;
                            bins: number;
                            /** @description Bins that are counted and not to be counted again */
                            counted: number;
                            /** @description null to those who are not told what a blind count expects */
                            differing: number | null;
                            /** @description Differences that are not booked */
                            open: number | null;
                            /** @description What is counted in the bins; all that lies there where it names nothing */
                            subjects: {
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                batchCode: string | null;
                            }[];
                            tasks: {
                                /** @description UUID; version 7 is best */
                                placeId: string;
                                placeCode: string;
                                /** @description Base units in each box that stays closed */
                                packOf: number | null;
                                /** @enum {string} */
                                state: "to_count" | "counted" | "recount";
                                round: number;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                countedAt: string | null;
                                countedBy: string | null;
                                recountReason: string | null;
                                differing: number | null;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disposal-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reasons and methods that the account chooses from */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            reasons: string[];
                            methods: string[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Say the reasons and methods to choose from; what was written before keeps its words */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reasons: string[];
                        methods: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            reasons: string[];
                            methods: string[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Disposals, newest first */
        get: {
            parameters: {
                query?: {
                    state?: "open" | "destroyed" | "cancelled" | "reversed";
                    /** @description UUID; version 7 is best */
                    batch?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                number: string;
                                /** @enum {string} */
                                state: "draft" | "signed" | "destroyed" | "cancelled" | "reversed";
                                /** @description UUID; version 7 is best */
                                warehouseId: string;
                                warehouseCode: string;
                                reason: string;
                                method: string;
                                note: string | null;
                                /** @description It holds a prescription drug: two sign, and each shows a password */
                                byPassword: boolean;
                                /** @description Whose signature is still needed */
                                missing: ("author" | "witness")[];
                                /** @description Minor units of the account's currency; null where nobody knows */
                                cost: number | null;
                                currency: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                skus: string[];
                                madeBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                madeAt: string;
                                destroyedBy: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                destroyedAt: string | null;
                                cancelledBy: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                cancelledAt: string | null;
                                cancelReason: string | null;
                                reversedBy: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                reversedAt: string | null;
                                reverseReason: string | null;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Write what is to be destroyed, why and how; its cost is proposed from the receipts. Nothing moves yet */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        /** @description Id or code */
                        warehouse: string;
                        /** @description One of the reasons that the account chooses from */
                        reason: string;
                        /** @description One of the methods that the account chooses from */
                        method: string;
                        note?: string;
                        /** @description Minor units, where somebody knows better than the receipts */
                        cost?: number;
                        /** @description Files that were kept before */
                        proofs?: string[];
                        lines: {
                            /** @description Id or code */
                            product: string;
                            /** @description Id or code */
                            batch?: string;
                            /** @description Id or code */
                            place?: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            serials?: string[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            state: "draft" | "signed" | "destroyed" | "cancelled" | "reversed";
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            reason: string;
                            method: string;
                            note: string | null;
                            /** @description It holds a prescription drug: two sign, and each shows a password */
                            byPassword: boolean;
                            /** @description Whose signature is still needed */
                            missing: ("author" | "witness")[];
                            /** @description Minor units of the account's currency; null where nobody knows */
                            cost: number | null;
                            currency: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            skus: string[];
                            madeBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            madeAt: string;
                            destroyedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            destroyedAt: string | null;
                            cancelledBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            reversedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            reversedAt: string | null;
                            reverseReason: string | null;
                            lines: {
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                batchCode: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description UUID; version 7 is best */
                                placeId: string | null;
                                placeCode: string | null;
                                /** @description It is of one of these, and nobody knows of which */
                                candidateCodes: string[] | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Minor units of the account's currency; null where nobody knows */
                                cost: number | null;
                                serials: string[];
                            }[];
                            signatures: {
                                /** @enum {string} */
                                meaning: "author" | "witness";
                                signedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                signedAt: string;
                                byPassword: boolean;
                            }[];
                            proofs: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                contentType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
                                bytes: number;
                                addedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                addedAt: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disposals/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A disposal, by id or number, with its signatures and proofs */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            state: "draft" | "signed" | "destroyed" | "cancelled" | "reversed";
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            reason: string;
                            method: string;
                            note: string | null;
                            /** @description It holds a prescription drug: two sign, and each shows a password */
                            byPassword: boolean;
                            /** @description Whose signature is still needed */
                            missing: ("author" | "witness")[];
                            /** @description Minor units of the account's currency; null where nobody knows */
                            cost: number | null;
                            currency: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            skus: string[];
                            madeBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            madeAt: string;
                            destroyedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            destroyedAt: string | null;
                            cancelledBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            reversedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            reversedAt: string | null;
                            reverseReason: string | null;
                            lines: {
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                batchCode: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description UUID; version 7 is best */
                                placeId: string | null;
                                placeCode: string | null;
                                /** @description It is of one of these, and nobody knows of which */
                                candidateCodes: string[] | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Minor units of the account's currency; null where nobody knows */
                                cost: number | null;
                                serials: string[];
                            }[];
                            signatures: {
                                /** @enum {string} */
                                meaning: "author" | "witness";
                                signedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                signedAt: string;
                                byPassword: boolean;
                            }[];
                            proofs: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                contentType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
                                bytes: number;
                                addedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                addedAt: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disposals/{ref}/certificate.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The certificate of destruction */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disposals/{id}/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add photos and papers that prove it; also later */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        files: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            state: "draft" | "signed" | "destroyed" | "cancelled" | "reversed";
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            reason: string;
                            method: string;
                            note: string | null;
                            /** @description It holds a prescription drug: two sign, and each shows a password */
                            byPassword: boolean;
                            /** @description Whose signature is still needed */
                            missing: ("author" | "witness")[];
                            /** @description Minor units of the account's currency; null where nobody knows */
                            cost: number | null;
                            currency: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            skus: string[];
                            madeBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            madeAt: string;
                            destroyedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            destroyedAt: string | null;
                            cancelledBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            reversedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            reversedAt: string | null;
                            reverseReason: string | null;
                            lines: {
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                batchCode: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description UUID; version 7 is best */
                                placeId: string | null;
                                placeCode: string | null;
                                /** @description It is of one of these, and nobody knows of which */
                                candidateCodes: string[] | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Minor units of the account's currency; null where nobody knows */
                                cost: number | null;
                                serials: string[];
                            }[];
                            signatures: {
                                /** @enum {string} */
                                meaning: "author" | "witness";
                                signedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                signedAt: string;
                                byPassword: boolean;
                            }[];
                            proofs: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                contentType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
                                bytes: number;
                                addedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                addedAt: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disposals/{id}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign as its witness, or as its author: who is signed in, or with the password of a person at the same screen. Nobody witnesses what is their own */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        /** @enum {string} */
                        meaning?: "author" | "witness";
                        /** @description Of another person at the same screen */
                        email?: string;
                        password?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            state: "draft" | "signed" | "destroyed" | "cancelled" | "reversed";
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            reason: string;
                            method: string;
                            note: string | null;
                            /** @description It holds a prescription drug: two sign, and each shows a password */
                            byPassword: boolean;
                            /** @description Whose signature is still needed */
                            missing: ("author" | "witness")[];
                            /** @description Minor units of the account's currency; null where nobody knows */
                            cost: number | null;
                            currency: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            skus: string[];
                            madeBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            madeAt: string;
                            destroyedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            destroyedAt: string | null;
                            cancelledBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            reversedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            reversedAt: string | null;
                            reverseReason: string | null;
                            lines: {
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                batchCode: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description UUID; version 7 is best */
                                placeId: string | null;
                                placeCode: string | null;
                                /** @description It is of one of these, and nobody knows of which */
                                candidateCodes: string[] | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Minor units of the account's currency; null where nobody knows */
                                cost: number | null;
                                serials: string[];
                            }[];
                            signatures: {
                                /** @enum {string} */
                                meaning: "author" | "witness";
                                signedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                signedAt: string;
                                byPassword: boolean;
                            }[];
                            proofs: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                contentType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
                                bytes: number;
                                addedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                addedAt: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disposals/{id}/destruction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It is destroyed: it leaves the stock for good. What was promised of it is given back and served anew */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            state: "draft" | "signed" | "destroyed" | "cancelled" | "reversed";
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            reason: string;
                            method: string;
                            note: string | null;
                            /** @description It holds a prescription drug: two sign, and each shows a password */
                            byPassword: boolean;
                            /** @description Whose signature is still needed */
                            missing: ("author" | "witness")[];
                            /** @description Minor units of the account's currency; null where nobody knows */
                            cost: number | null;
                            currency: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            skus: string[];
                            madeBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            madeAt: string;
                            destroyedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            destroyedAt: string | null;
                            cancelledBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            reversedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            reversedAt: string | null;
                            reverseReason: string | null;
                            lines: {
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                batchCode: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description UUID; version 7 is best */
                                placeId: string | null;
                                placeCode: string | null;
                                /** @description It is of one of these, and nobody knows of which */
                                candidateCodes: string[] | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Minor units of the account's currency; null where nobody knows */
                                cost: number | null;
                                serials: string[];
                            }[];
                            signatures: {
                                /** @enum {string} */
                                meaning: "author" | "witness";
                                signedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                signedAt: string;
                                byPassword: boolean;
                            }[];
                            proofs: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                contentType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
                                bytes: number;
                                addedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                addedAt: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disposals/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up a draft, with a reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            state: "draft" | "signed" | "destroyed" | "cancelled" | "reversed";
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            reason: string;
                            method: string;
                            note: string | null;
                            /** @description It holds a prescription drug: two sign, and each shows a password */
                            byPassword: boolean;
                            /** @description Whose signature is still needed */
                            missing: ("author" | "witness")[];
                            /** @description Minor units of the account's currency; null where nobody knows */
                            cost: number | null;
                            currency: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            skus: string[];
                            madeBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            madeAt: string;
                            destroyedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            destroyedAt: string | null;
                            cancelledBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            reversedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            reversedAt: string | null;
                            reverseReason: string | null;
                            lines: {
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                batchCode: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description UUID; version 7 is best */
                                placeId: string | null;
                                placeCode: string | null;
                                /** @description It is of one of these, and nobody knows of which */
                                candidateCodes: string[] | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Minor units of the account's currency; null where nobody knows */
                                cost: number | null;
                                serials: string[];
                            }[];
                            signatures: {
                                /** @enum {string} */
                                meaning: "author" | "witness";
                                signedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                signedAt: string;
                                byPassword: boolean;
                            }[];
                            proofs: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                contentType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
                                bytes: number;
                                addedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                addedAt: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disposals/{id}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It was not destroyed after all: all of it lies where it lay, and the record stays, with the reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            state: "draft" | "signed" | "destroyed" | "cancelled" | "reversed";
                            /** @description UUID; version 7 is best */
                            warehouseId: string;
                            warehouseCode: string;
                            reason: string;
                            method: string;
                            note: string | null;
                            /** @description It holds a prescription drug: two sign, and each shows a password */
                            byPassword: boolean;
                            /** @description Whose signature is still needed */
                            missing: ("author" | "witness")[];
                            /** @description Minor units of the account's currency; null where nobody knows */
                            cost: number | null;
                            currency: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            skus: string[];
                            madeBy: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            madeAt: string;
                            destroyedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            destroyedAt: string | null;
                            cancelledBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            reversedBy: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            reversedAt: string | null;
                            reverseReason: string | null;
                            lines: {
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                batchCode: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description UUID; version 7 is best */
                                placeId: string | null;
                                placeCode: string | null;
                                /** @description It is of one of these, and nobody knows of which */
                                candidateCodes: string[] | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Minor units of the account's currency; null where nobody knows */
                                cost: number | null;
                                serials: string[];
                            }[];
                            signatures: {
                                /** @enum {string} */
                                meaning: "author" | "witness";
                                signedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                signedAt: string;
                                byPassword: boolean;
                            }[];
                            proofs: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                contentType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
                                bytes: number;
                                addedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                addedAt: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Announced returns, newest first */
        get: {
            parameters: {
                query?: {
                    state?: "open" | "to_inspect" | "closed";
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                number: string;
                                /** @enum {string} */
                                kind: "customer_return" | "refused" | "undeliverable";
                                unannounced: boolean;
                                /** @description UUID; version 7 is best */
                                customerId: string | null;
                                customerName: string | null;
                                orderNumber: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                announcedAt: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                closedAt: string | null;
                                note: string | null;
                                /** @description Whole number of the base unit */
                                lineCount: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Units that are here and of which nothing is decided */
                                toInspect: number;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Announce goods that come back; they are dealt with when they are here */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        number?: string;
                        /** @enum {string} */
                        kind?: "customer_return" | "refused" | "undeliverable";
                        /** @description Id or code */
                        customer?: string;
                        orderNumber?: string;
                        /**
                         * Format: instant
                         * @description ISO 8601 with zone; kept to the millisecond
                         */
                        announcedAt?: string;
                        note?: string;
                        /** @description Of a kit, whole kits: its parts are announced, as the order sold them that is named, else as it is made now */
                        lines: {
                            /** @description Id or code */
                            product: string;
                            /** @description Whole number of the base unit */
                            quantity: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            kind: "customer_return" | "refused" | "undeliverable";
                            unannounced: boolean;
                            /** @description UUID; version 7 is best */
                            customerId: string | null;
                            customerName: string | null;
                            orderNumber: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            announcedAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            closedAt: string | null;
                            note: string | null;
                            /** @description Whole number of the base unit */
                            lineCount: number;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            /** @description Units that are here and of which nothing is decided */
                            toInspect: number;
                            lines: {
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                category: string;
                                /** @enum {string} */
                                tracking: "none" | "batch" | "serial";
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                returned: number;
                                /** @description What came back, and where it was put at first */
                                batches: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    warehouseCode: string;
                                    placeCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    receivedAt: string;
                                }[];
                                /** @description What can come back of it: sent by the order or to the customer, and not back yet */
                                out: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                                /** @description What came to where somebody looks at it, and as what it stands */
                                lots: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string | null;
                                    batchCode: string | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description UUID; version 7 is best */
                                    unlabelledId: string | null;
                                    /** @description Where nobody can read the label: of one of these */
                                    candidates: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /** @description So many of the units are of it at least */
                                        least: number;
                                        /** @description So many can be of it at most, all that came back counted together */
                                        most: number;
                                    }[];
                                    /** @description Where it was put at first */
                                    places: {
                                        /** @description UUID; version 7 is best */
                                        id: string;
                                        code: string;
                                        /** @description UUID; version 7 is best */
                                        warehouseId: string;
                                        warehouseCode: string;
                                    }[];
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    standings: {
                                        /** @description Whole number of the base unit */
                                        undecided: number;
                                        /** @description Whole number of the base unit */
                                        restock: number;
                                        /** @description Whole number of the base unit */
                                        quarantine: number;
                                        /** @description Whole number of the base unit */
                                        refurbish: number;
                                        /** @description Whole number of the base unit */
                                        dispose: number;
                                        /** @description Whole number of the base unit */
                                        return_to_vendor: number;
                                    };
                                }[];
                            }[];
                            inspections: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                /** @description UUID; version 7 is best */
                                unlabelledId: string | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                note: string | null;
                                inspectedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                inspectedAt: string;
                                checks: {
                                    name: string;
                                    /** @enum {string} */
                                    result: "pass" | "fail" | "not_looked_at";
                                    note: string | null;
                                }[];
                                photos: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    contentType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
                                    bytes: number;
                                    addedBy: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    addedAt: string;
                                }[];
                                decisions: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    /** @enum {string} */
                                    was: "undecided" | "quarantine" | "refurbish";
                                    /** @enum {string} */
                                    becomes: "restock" | "quarantine" | "refurbish" | "dispose" | "return_to_vendor";
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    placeCode: string;
                                    /** @description UUID; version 7 is best */
                                    moveId: string | null;
                                    /** @description UUID; version 7 is best */
                                    disposalId: string | null;
                                    disposalNumber: string | null;
                                    destroyed: boolean;
                                    reason: string | null;
                                    decidedBy: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    decidedAt: string;
                                    undoneBy: string | null;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    undoneAt: string | null;
                                    undoReason: string | null;
                                    /** @description Not taken back, by itself, by its move, or with its disposal */
                                    stands: boolean;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Announce many returns; each is answered */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        returns: {
                            /** @description UUID; version 7 is best */
                            id?: string;
                            number?: string;
                            /** @enum {string} */
                            kind?: "customer_return" | "refused" | "undeliverable";
                            /** @description Id or code */
                            customer?: string;
                            orderNumber?: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            announcedAt?: string;
                            note?: string;
                            /** @description Of a kit, whole kits: its parts are announced, as the order sold them that is named, else as it is made now */
                            lines: {
                                /** @description Id or code */
                                product: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                            }[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: {
                                index: number;
                                /** @description As if this one had been sent alone */
                                status: number;
                                /** @description It was done before, and this is what was answered then */
                                again: boolean;
                                answer: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    number: string;
                                } | null;
                                problem: components["schemas"]["Problem"] | null;
                            }[];
                            accepted: number;
                            refused: number;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An announced return, by id or number */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            kind: "customer_return" | "refused" | "undeliverable";
                            unannounced: boolean;
                            /** @description UUID; version 7 is best */
                            customerId: string | null;
                            customerName: string | null;
                            orderNumber: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            announcedAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            closedAt: string | null;
                            note: string | null;
                            /** @description Whole number of the base unit */
                            lineCount: number;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            /** @description Units that are here and of which nothing is decided */
                            toInspect: number;
                            lines: {
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                category: string;
                                /** @enum {string} */
                                tracking: "none" | "batch" | "serial";
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                returned: number;
                                /** @description What came back, and where it was put at first */
                                batches: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    warehouseCode: string;
                                    placeCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    receivedAt: string;
                                }[];
                                /** @description What can come back of it: sent by the order or to the customer, and not back yet */
                                out: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                                /** @description What came to where somebody looks at it, and as what it stands */
                                lots: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string | null;
                                    batchCode: string | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description UUID; version 7 is best */
                                    unlabelledId: string | null;
                                    /** @description Where nobody can read the label: of one of these */
                                    candidates: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /** @description So many of the units are of it at least */
                                        least: number;
                                        /** @description So many can be of it at most, all that came back counted together */
                                        most: number;
                                    }[];
                                    /** @description Where it was put at first */
                                    places: {
                                        /** @description UUID; version 7 is best */
                                        id: string;
                                        code: string;
                                        /** @description UUID; version 7 is best */
                                        warehouseId: string;
                                        warehouseCode: string;
                                    }[];
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    standings: {
                                        /** @description Whole number of the base unit */
                                        undecided: number;
                                        /** @description Whole number of the base unit */
                                        restock: number;
                                        /** @description Whole number of the base unit */
                                        quarantine: number;
                                        /** @description Whole number of the base unit */
                                        refurbish: number;
                                        /** @description Whole number of the base unit */
                                        dispose: number;
                                        /** @description Whole number of the base unit */
                                        return_to_vendor: number;
                                    };
                                }[];
                            }[];
                            inspections: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                /** @description UUID; version 7 is best */
                                unlabelledId: string | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                note: string | null;
                                inspectedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                inspectedAt: string;
                                checks: {
                                    name: string;
                                    /** @enum {string} */
                                    result: "pass" | "fail" | "not_looked_at";
                                    note: string | null;
                                }[];
                                photos: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    contentType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
                                    bytes: number;
                                    addedBy: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    addedAt: string;
                                }[];
                                decisions: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    /** @enum {string} */
                                    was: "undecided" | "quarantine" | "refurbish";
                                    /** @enum {string} */
                                    becomes: "restock" | "quarantine" | "refurbish" | "dispose" | "return_to_vendor";
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    placeCode: string;
                                    /** @description UUID; version 7 is best */
                                    moveId: string | null;
                                    /** @description UUID; version 7 is best */
                                    disposalId: string | null;
                                    disposalNumber: string | null;
                                    destroyed: boolean;
                                    reason: string | null;
                                    decidedBy: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    decidedAt: string;
                                    undoneBy: string | null;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    undoneAt: string | null;
                                    undoReason: string | null;
                                    /** @description Not taken back, by itself, by its move, or with its disposal */
                                    stands: boolean;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in what came back: into its own batch, to quarantine where no place is named */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Id or code */
                        warehouse: string;
                        /**
                         * Format: instant
                         * @description ISO 8601 with zone; kept to the millisecond
                         */
                        receivedAt?: string;
                        lines: {
                            /** @description Whole number of the base unit */
                            line: number;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            /** @description Id or code */
                            batch?: string;
                            /** @description Id or code */
                            place?: string;
                            serials?: string[];
                            /** @description Nobody can read of which batch it is: it is kept as one of those that it can be */
                            unlabelled?: boolean;
                            note?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            kind: "customer_return" | "refused" | "undeliverable";
                            unannounced: boolean;
                            /** @description UUID; version 7 is best */
                            customerId: string | null;
                            customerName: string | null;
                            orderNumber: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            announcedAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            closedAt: string | null;
                            note: string | null;
                            /** @description Whole number of the base unit */
                            lineCount: number;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            /** @description Units that are here and of which nothing is decided */
                            toInspect: number;
                            lines: {
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                category: string;
                                /** @enum {string} */
                                tracking: "none" | "batch" | "serial";
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                returned: number;
                                /** @description What came back, and where it was put at first */
                                batches: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    warehouseCode: string;
                                    placeCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    receivedAt: string;
                                }[];
                                /** @description What can come back of it: sent by the order or to the customer, and not back yet */
                                out: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                                /** @description What came to where somebody looks at it, and as what it stands */
                                lots: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string | null;
                                    batchCode: string | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description UUID; version 7 is best */
                                    unlabelledId: string | null;
                                    /** @description Where nobody can read the label: of one of these */
                                    candidates: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /** @description So many of the units are of it at least */
                                        least: number;
                                        /** @description So many can be of it at most, all that came back counted together */
                                        most: number;
                                    }[];
                                    /** @description Where it was put at first */
                                    places: {
                                        /** @description UUID; version 7 is best */
                                        id: string;
                                        code: string;
                                        /** @description UUID; version 7 is best */
                                        warehouseId: string;
                                        warehouseCode: string;
                                    }[];
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    standings: {
                                        /** @description Whole number of the base unit */
                                        undecided: number;
                                        /** @description Whole number of the base unit */
                                        restock: number;
                                        /** @description Whole number of the base unit */
                                        quarantine: number;
                                        /** @description Whole number of the base unit */
                                        refurbish: number;
                                        /** @description Whole number of the base unit */
                                        dispose: number;
                                        /** @description Whole number of the base unit */
                                        return_to_vendor: number;
                                    };
                                }[];
                            }[];
                            inspections: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                /** @description UUID; version 7 is best */
                                unlabelledId: string | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                note: string | null;
                                inspectedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                inspectedAt: string;
                                checks: {
                                    name: string;
                                    /** @enum {string} */
                                    result: "pass" | "fail" | "not_looked_at";
                                    note: string | null;
                                }[];
                                photos: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    contentType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
                                    bytes: number;
                                    addedBy: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    addedAt: string;
                                }[];
                                decisions: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    /** @enum {string} */
                                    was: "undecided" | "quarantine" | "refurbish";
                                    /** @enum {string} */
                                    becomes: "restock" | "quarantine" | "refurbish" | "dispose" | "return_to_vendor";
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    placeCode: string;
                                    /** @description UUID; version 7 is best */
                                    moveId: string | null;
                                    /** @description UUID; version 7 is best */
                                    disposalId: string | null;
                                    disposalNumber: string | null;
                                    destroyed: boolean;
                                    reason: string | null;
                                    decidedBy: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    decidedAt: string;
                                    undoneBy: string | null;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    undoneAt: string | null;
                                    undoReason: string | null;
                                    /** @description Not taken back, by itself, by its move, or with its disposal */
                                    stands: boolean;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a return: nothing more of it is expected */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            kind: "customer_return" | "refused" | "undeliverable";
                            unannounced: boolean;
                            /** @description UUID; version 7 is best */
                            customerId: string | null;
                            customerName: string | null;
                            orderNumber: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            announcedAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            closedAt: string | null;
                            note: string | null;
                            /** @description Whole number of the base unit */
                            lineCount: number;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            /** @description Units that are here and of which nothing is decided */
                            toInspect: number;
                            lines: {
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                category: string;
                                /** @enum {string} */
                                tracking: "none" | "batch" | "serial";
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                returned: number;
                                /** @description What came back, and where it was put at first */
                                batches: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    warehouseCode: string;
                                    placeCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    receivedAt: string;
                                }[];
                                /** @description What can come back of it: sent by the order or to the customer, and not back yet */
                                out: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                                /** @description What came to where somebody looks at it, and as what it stands */
                                lots: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string | null;
                                    batchCode: string | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description UUID; version 7 is best */
                                    unlabelledId: string | null;
                                    /** @description Where nobody can read the label: of one of these */
                                    candidates: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /** @description So many of the units are of it at least */
                                        least: number;
                                        /** @description So many can be of it at most, all that came back counted together */
                                        most: number;
                                    }[];
                                    /** @description Where it was put at first */
                                    places: {
                                        /** @description UUID; version 7 is best */
                                        id: string;
                                        code: string;
                                        /** @description UUID; version 7 is best */
                                        warehouseId: string;
                                        warehouseCode: string;
                                    }[];
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    standings: {
                                        /** @description Whole number of the base unit */
                                        undecided: number;
                                        /** @description Whole number of the base unit */
                                        restock: number;
                                        /** @description Whole number of the base unit */
                                        quarantine: number;
                                        /** @description Whole number of the base unit */
                                        refurbish: number;
                                        /** @description Whole number of the base unit */
                                        dispose: number;
                                        /** @description Whole number of the base unit */
                                        return_to_vendor: number;
                                    };
                                }[];
                            }[];
                            inspections: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                /** @description UUID; version 7 is best */
                                unlabelledId: string | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                note: string | null;
                                inspectedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                inspectedAt: string;
                                checks: {
                                    name: string;
                                    /** @enum {string} */
                                    result: "pass" | "fail" | "not_looked_at";
                                    note: string | null;
                                }[];
                                photos: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    contentType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
                                    bytes: number;
                                    addedBy: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    addedAt: string;
                                }[];
                                decisions: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    /** @enum {string} */
                                    was: "undecided" | "quarantine" | "refurbish";
                                    /** @enum {string} */
                                    becomes: "restock" | "quarantine" | "refurbish" | "dispose" | "return_to_vendor";
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    placeCode: string;
                                    /** @description UUID; version 7 is best */
                                    moveId: string | null;
                                    /** @description UUID; version 7 is best */
                                    disposalId: string | null;
                                    disposalNumber: string | null;
                                    destroyed: boolean;
                                    reason: string | null;
                                    decidedBy: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    decidedAt: string;
                                    undoneBy: string | null;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    undoneAt: string | null;
                                    undoReason: string | null;
                                    /** @description Not taken back, by itself, by its move, or with its disposal */
                                    stands: boolean;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/unannounced-returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in what nobody announced: a return, a refused parcel, one that could not be delivered. Whose it is, order, customer or serial say */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        number?: string;
                        /** @enum {string} */
                        kind?: "customer_return" | "refused" | "undeliverable";
                        /** @description Id or code */
                        warehouse: string;
                        /** @description Id or code */
                        customer?: string;
                        orderNumber?: string;
                        /**
                         * Format: instant
                         * @description ISO 8601 with zone; kept to the millisecond
                         */
                        receivedAt?: string;
                        note?: string;
                        lines: {
                            /** @description May be left out where serials say it */
                            product?: string;
                            /** @description May be left out where serials are named */
                            quantity?: number;
                            /** @description Id or code */
                            batch?: string;
                            /** @description Id or code */
                            place?: string;
                            serials?: string[];
                            /** @description Nobody can read of which batch it is: it is kept as one of those that it can be */
                            unlabelled?: boolean;
                            note?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            kind: "customer_return" | "refused" | "undeliverable";
                            unannounced: boolean;
                            /** @description UUID; version 7 is best */
                            customerId: string | null;
                            customerName: string | null;
                            orderNumber: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            announcedAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            closedAt: string | null;
                            note: string | null;
                            /** @description Whole number of the base unit */
                            lineCount: number;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            /** @description Units that are here and of which nothing is decided */
                            toInspect: number;
                            lines: {
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                category: string;
                                /** @enum {string} */
                                tracking: "none" | "batch" | "serial";
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                returned: number;
                                /** @description What came back, and where it was put at first */
                                batches: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    warehouseCode: string;
                                    placeCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    receivedAt: string;
                                }[];
                                /** @description What can come back of it: sent by the order or to the customer, and not back yet */
                                out: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                                /** @description What came to where somebody looks at it, and as what it stands */
                                lots: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string | null;
                                    batchCode: string | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description UUID; version 7 is best */
                                    unlabelledId: string | null;
                                    /** @description Where nobody can read the label: of one of these */
                                    candidates: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /** @description So many of the units are of it at least */
                                        least: number;
                                        /** @description So many can be of it at most, all that came back counted together */
                                        most: number;
                                    }[];
                                    /** @description Where it was put at first */
                                    places: {
                                        /** @description UUID; version 7 is best */
                                        id: string;
                                        code: string;
                                        /** @description UUID; version 7 is best */
                                        warehouseId: string;
                                        warehouseCode: string;
                                    }[];
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    standings: {
                                        /** @description Whole number of the base unit */
                                        undecided: number;
                                        /** @description Whole number of the base unit */
                                        restock: number;
                                        /** @description Whole number of the base unit */
                                        quarantine: number;
                                        /** @description Whole number of the base unit */
                                        refurbish: number;
                                        /** @description Whole number of the base unit */
                                        dispose: number;
                                        /** @description Whole number of the base unit */
                                        return_to_vendor: number;
                                    };
                                }[];
                            }[];
                            inspections: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                /** @description UUID; version 7 is best */
                                unlabelledId: string | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                note: string | null;
                                inspectedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                inspectedAt: string;
                                checks: {
                                    name: string;
                                    /** @enum {string} */
                                    result: "pass" | "fail" | "not_looked_at";
                                    note: string | null;
                                }[];
                                photos: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    contentType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
                                    bytes: number;
                                    addedBy: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    addedAt: string;
                                }[];
                                decisions: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    /** @enum {string} */
                                    was: "undecided" | "quarantine" | "refurbish";
                                    /** @enum {string} */
                                    becomes: "restock" | "quarantine" | "refurbish" | "dispose" | "return_to_vendor";
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    placeCode: string;
                                    /** @description UUID; version 7 is best */
                                    moveId: string | null;
                                    /** @description UUID; version 7 is best */
                                    disposalId: string | null;
                                    disposalNumber: string | null;
                                    destroyed: boolean;
                                    reason: string | null;
                                    decidedBy: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    decidedAt: string;
                                    undoneBy: string | null;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    undoneAt: string | null;
                                    undoReason: string | null;
                                    /** @description Not taken back, by itself, by its move, or with its disposal */
                                    stands: boolean;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{id}/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what was found of units that came back, and decide: restock, quarantine, refurbish, dispose, return to vendor; also in parts */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        id?: string;
                        /** @description Whole number of the base unit */
                        line: number;
                        /** @description Id or code */
                        batch?: string;
                        /** @description UUID; version 7 is best */
                        unlabelled?: string;
                        /** @enum {string} */
                        of?: "undecided" | "quarantine" | "refurbish";
                        /** @description Where it lies, where that is not clear */
                        from?: string;
                        /** @description Looked at; as many as are decided where it is not said */
                        quantity?: number;
                        checks?: {
                            name: string;
                            /** @enum {string} */
                            result: "pass" | "fail" | "not_looked_at";
                            note?: string;
                        }[];
                        /** @description Files that were kept before */
                        photos?: string[];
                        note?: string;
                        decisions?: {
                            /** @enum {string} */
                            decide: "restock" | "quarantine" | "refurbish" | "dispose" | "return_to_vendor";
                            /** @description Whole number of the base unit */
                            quantity: number;
                            /** @description Id or code */
                            place?: string;
                            serials?: string[];
                            reason?: string;
                        }[];
                        disposal?: {
                            reason: string;
                            method: string;
                            note?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            kind: "customer_return" | "refused" | "undeliverable";
                            unannounced: boolean;
                            /** @description UUID; version 7 is best */
                            customerId: string | null;
                            customerName: string | null;
                            orderNumber: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            announcedAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            closedAt: string | null;
                            note: string | null;
                            /** @description Whole number of the base unit */
                            lineCount: number;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            /** @description Units that are here and of which nothing is decided */
                            toInspect: number;
                            lines: {
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                category: string;
                                /** @enum {string} */
                                tracking: "none" | "batch" | "serial";
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                returned: number;
                                /** @description What came back, and where it was put at first */
                                batches: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    warehouseCode: string;
                                    placeCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    receivedAt: string;
                                }[];
                                /** @description What can come back of it: sent by the order or to the customer, and not back yet */
                                out: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                                /** @description What came to where somebody looks at it, and as what it stands */
                                lots: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string | null;
                                    batchCode: string | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description UUID; version 7 is best */
                                    unlabelledId: string | null;
                                    /** @description Where nobody can read the label: of one of these */
                                    candidates: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /** @description So many of the units are of it at least */
                                        least: number;
                                        /** @description So many can be of it at most, all that came back counted together */
                                        most: number;
                                    }[];
                                    /** @description Where it was put at first */
                                    places: {
                                        /** @description UUID; version 7 is best */
                                        id: string;
                                        code: string;
                                        /** @description UUID; version 7 is best */
                                        warehouseId: string;
                                        warehouseCode: string;
                                    }[];
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    standings: {
                                        /** @description Whole number of the base unit */
                                        undecided: number;
                                        /** @description Whole number of the base unit */
                                        restock: number;
                                        /** @description Whole number of the base unit */
                                        quarantine: number;
                                        /** @description Whole number of the base unit */
                                        refurbish: number;
                                        /** @description Whole number of the base unit */
                                        dispose: number;
                                        /** @description Whole number of the base unit */
                                        return_to_vendor: number;
                                    };
                                }[];
                            }[];
                            inspections: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                /** @description UUID; version 7 is best */
                                unlabelledId: string | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                note: string | null;
                                inspectedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                inspectedAt: string;
                                checks: {
                                    name: string;
                                    /** @enum {string} */
                                    result: "pass" | "fail" | "not_looked_at";
                                    note: string | null;
                                }[];
                                photos: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    contentType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
                                    bytes: number;
                                    addedBy: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    addedAt: string;
                                }[];
                                decisions: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    /** @enum {string} */
                                    was: "undecided" | "quarantine" | "refurbish";
                                    /** @enum {string} */
                                    becomes: "restock" | "quarantine" | "refurbish" | "dispose" | "return_to_vendor";
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    placeCode: string;
                                    /** @description UUID; version 7 is best */
                                    moveId: string | null;
                                    /** @description UUID; version 7 is best */
                                    disposalId: string | null;
                                    disposalNumber: string | null;
                                    destroyed: boolean;
                                    reason: string | null;
                                    decidedBy: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    decidedAt: string;
                                    undoneBy: string | null;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    undoneAt: string | null;
                                    undoReason: string | null;
                                    /** @description Not taken back, by itself, by its move, or with its disposal */
                                    stands: boolean;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/return-decisions/{id}/undoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a decision back, with a reason: the units stand and lie as before */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            kind: "customer_return" | "refused" | "undeliverable";
                            unannounced: boolean;
                            /** @description UUID; version 7 is best */
                            customerId: string | null;
                            customerName: string | null;
                            orderNumber: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            announcedAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            closedAt: string | null;
                            note: string | null;
                            /** @description Whole number of the base unit */
                            lineCount: number;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            /** @description Units that are here and of which nothing is decided */
                            toInspect: number;
                            lines: {
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                category: string;
                                /** @enum {string} */
                                tracking: "none" | "batch" | "serial";
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                returned: number;
                                /** @description What came back, and where it was put at first */
                                batches: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    warehouseCode: string;
                                    placeCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    receivedAt: string;
                                }[];
                                /** @description What can come back of it: sent by the order or to the customer, and not back yet */
                                out: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                                /** @description What came to where somebody looks at it, and as what it stands */
                                lots: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string | null;
                                    batchCode: string | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description UUID; version 7 is best */
                                    unlabelledId: string | null;
                                    /** @description Where nobody can read the label: of one of these */
                                    candidates: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /** @description So many of the units are of it at least */
                                        least: number;
                                        /** @description So many can be of it at most, all that came back counted together */
                                        most: number;
                                    }[];
                                    /** @description Where it was put at first */
                                    places: {
                                        /** @description UUID; version 7 is best */
                                        id: string;
                                        code: string;
                                        /** @description UUID; version 7 is best */
                                        warehouseId: string;
                                        warehouseCode: string;
                                    }[];
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    standings: {
                                        /** @description Whole number of the base unit */
                                        undecided: number;
                                        /** @description Whole number of the base unit */
                                        restock: number;
                                        /** @description Whole number of the base unit */
                                        quarantine: number;
                                        /** @description Whole number of the base unit */
                                        refurbish: number;
                                        /** @description Whole number of the base unit */
                                        dispose: number;
                                        /** @description Whole number of the base unit */
                                        return_to_vendor: number;
                                    };
                                }[];
                            }[];
                            inspections: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                /** @description UUID; version 7 is best */
                                unlabelledId: string | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                note: string | null;
                                inspectedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                inspectedAt: string;
                                checks: {
                                    name: string;
                                    /** @enum {string} */
                                    result: "pass" | "fail" | "not_looked_at";
                                    note: string | null;
                                }[];
                                photos: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    contentType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
                                    bytes: number;
                                    addedBy: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    addedAt: string;
                                }[];
                                decisions: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    /** @enum {string} */
                                    was: "undecided" | "quarantine" | "refurbish";
                                    /** @enum {string} */
                                    becomes: "restock" | "quarantine" | "refurbish" | "dispose" | "return_to_vendor";
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    placeCode: string;
                                    /** @description UUID; version 7 is best */
                                    moveId: string | null;
                                    /** @description UUID; version 7 is best */
                                    disposalId: string | null;
                                    disposalNumber: string | null;
                                    destroyed: boolean;
                                    reason: string | null;
                                    decidedBy: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    decidedAt: string;
                                    undoneBy: string | null;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    undoneAt: string | null;
                                    undoReason: string | null;
                                    /** @description Not taken back, by itself, by its move, or with its disposal */
                                    stands: boolean;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{id}/identifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The batch of units without a label is found out: they come into the ledger as that batch */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        unlabelled: string;
                        /** @description Id or code */
                        batch: string;
                        /** @description Whole number of the base unit */
                        quantity: number;
                        /** @description How it was found out */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            kind: "customer_return" | "refused" | "undeliverable";
                            unannounced: boolean;
                            /** @description UUID; version 7 is best */
                            customerId: string | null;
                            customerName: string | null;
                            orderNumber: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            announcedAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            closedAt: string | null;
                            note: string | null;
                            /** @description Whole number of the base unit */
                            lineCount: number;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            /** @description Units that are here and of which nothing is decided */
                            toInspect: number;
                            lines: {
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                category: string;
                                /** @enum {string} */
                                tracking: "none" | "batch" | "serial";
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                returned: number;
                                /** @description What came back, and where it was put at first */
                                batches: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    warehouseCode: string;
                                    placeCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    receivedAt: string;
                                }[];
                                /** @description What can come back of it: sent by the order or to the customer, and not back yet */
                                out: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                                /** @description What came to where somebody looks at it, and as what it stands */
                                lots: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string | null;
                                    batchCode: string | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description UUID; version 7 is best */
                                    unlabelledId: string | null;
                                    /** @description Where nobody can read the label: of one of these */
                                    candidates: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /** @description So many of the units are of it at least */
                                        least: number;
                                        /** @description So many can be of it at most, all that came back counted together */
                                        most: number;
                                    }[];
                                    /** @description Where it was put at first */
                                    places: {
                                        /** @description UUID; version 7 is best */
                                        id: string;
                                        code: string;
                                        /** @description UUID; version 7 is best */
                                        warehouseId: string;
                                        warehouseCode: string;
                                    }[];
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    standings: {
                                        /** @description Whole number of the base unit */
                                        undecided: number;
                                        /** @description Whole number of the base unit */
                                        restock: number;
                                        /** @description Whole number of the base unit */
                                        quarantine: number;
                                        /** @description Whole number of the base unit */
                                        refurbish: number;
                                        /** @description Whole number of the base unit */
                                        dispose: number;
                                        /** @description Whole number of the base unit */
                                        return_to_vendor: number;
                                    };
                                }[];
                            }[];
                            inspections: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                /** @description UUID; version 7 is best */
                                unlabelledId: string | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                note: string | null;
                                inspectedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                inspectedAt: string;
                                checks: {
                                    name: string;
                                    /** @enum {string} */
                                    result: "pass" | "fail" | "not_looked_at";
                                    note: string | null;
                                }[];
                                photos: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    contentType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
                                    bytes: number;
                                    addedBy: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    addedAt: string;
                                }[];
                                decisions: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    /** @enum {string} */
                                    was: "undecided" | "quarantine" | "refurbish";
                                    /** @enum {string} */
                                    becomes: "restock" | "quarantine" | "refurbish" | "dispose" | "return_to_vendor";
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    placeCode: string;
                                    /** @description UUID; version 7 is best */
                                    moveId: string | null;
                                    /** @description UUID; version 7 is best */
                                    disposalId: string | null;
                                    disposalNumber: string | null;
                                    destroyed: boolean;
                                    reason: string | null;
                                    decidedBy: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    decidedAt: string;
                                    undoneBy: string | null;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    undoneAt: string | null;
                                    undoReason: string | null;
                                    /** @description Not taken back, by itself, by its move, or with its disposal */
                                    stands: boolean;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{id}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Units without a label were taken in by mistake, and are not here */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description UUID; version 7 is best */
                        unlabelled: string;
                        /** @description Whole number of the base unit */
                        quantity: number;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            id: string;
                            number: string;
                            /** @enum {string} */
                            kind: "customer_return" | "refused" | "undeliverable";
                            unannounced: boolean;
                            /** @description UUID; version 7 is best */
                            customerId: string | null;
                            customerName: string | null;
                            orderNumber: string | null;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            announcedAt: string;
                            /**
                             * Format: instant
                             * @description ISO 8601 with zone; kept to the millisecond
                             */
                            closedAt: string | null;
                            note: string | null;
                            /** @description Whole number of the base unit */
                            lineCount: number;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            /** @description Units that are here and of which nothing is decided */
                            toInspect: number;
                            lines: {
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                category: string;
                                /** @enum {string} */
                                tracking: "none" | "batch" | "serial";
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                returned: number;
                                /** @description What came back, and where it was put at first */
                                batches: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    warehouseCode: string;
                                    placeCode: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    receivedAt: string;
                                }[];
                                /** @description What can come back of it: sent by the order or to the customer, and not back yet */
                                out: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                                /** @description What came to where somebody looks at it, and as what it stands */
                                lots: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string | null;
                                    batchCode: string | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description UUID; version 7 is best */
                                    unlabelledId: string | null;
                                    /** @description Where nobody can read the label: of one of these */
                                    candidates: {
                                        /** @description UUID; version 7 is best */
                                        batchId: string;
                                        batchCode: string;
                                        /** @description So many of the units are of it at least */
                                        least: number;
                                        /** @description So many can be of it at most, all that came back counted together */
                                        most: number;
                                    }[];
                                    /** @description Where it was put at first */
                                    places: {
                                        /** @description UUID; version 7 is best */
                                        id: string;
                                        code: string;
                                        /** @description UUID; version 7 is best */
                                        warehouseId: string;
                                        warehouseCode: string;
                                    }[];
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    standings: {
                                        /** @description Whole number of the base unit */
                                        undecided: number;
                                        /** @description Whole number of the base unit */
                                        restock: number;
                                        /** @description Whole number of the base unit */
                                        quarantine: number;
                                        /** @description Whole number of the base unit */
                                        refurbish: number;
                                        /** @description Whole number of the base unit */
                                        dispose: number;
                                        /** @description Whole number of the base unit */
                                        return_to_vendor: number;
                                    };
                                }[];
                            }[];
                            inspections: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description Whole number of the base unit */
                                lineNo: number;
                                /** @description UUID; version 7 is best */
                                batchId: string | null;
                                /** @description UUID; version 7 is best */
                                unlabelledId: string | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                note: string | null;
                                inspectedBy: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                inspectedAt: string;
                                checks: {
                                    name: string;
                                    /** @enum {string} */
                                    result: "pass" | "fail" | "not_looked_at";
                                    note: string | null;
                                }[];
                                photos: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    contentType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
                                    bytes: number;
                                    addedBy: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    addedAt: string;
                                }[];
                                decisions: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    /** @enum {string} */
                                    was: "undecided" | "quarantine" | "refurbish";
                                    /** @enum {string} */
                                    becomes: "restock" | "quarantine" | "refurbish" | "dispose" | "return_to_vendor";
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    placeCode: string;
                                    /** @description UUID; version 7 is best */
                                    moveId: string | null;
                                    /** @description UUID; version 7 is best */
                                    disposalId: string | null;
                                    disposalNumber: string | null;
                                    destroyed: boolean;
                                    reason: string | null;
                                    decidedBy: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    decidedAt: string;
                                    undoneBy: string | null;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    undoneAt: string | null;
                                    undoReason: string | null;
                                    /** @description Not taken back, by itself, by its move, or with its disposal */
                                    stands: boolean;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/return-checklists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is looked at, by category of the product */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description Of the product; empty: of all that have no list of their own */
                                category: string;
                                checks: string[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Say what is looked at of a category, or of all that have no list of their own */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        category: string;
                        checks: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description Of the product; empty: of all that have no list of their own */
                                category: string;
                                checks: string[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lots/{ref}/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who got the batches of a lot: the union of all of them */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            lot: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                code: string;
                                name: string;
                            };
                            massBalance: {
                                /** @description Whole number of the base unit */
                                received: number;
                                /** @description Whole number of the base unit */
                                made: number;
                                /** @description Whole number of the base unit */
                                found: number;
                                /** @description Whole number of the base unit */
                                onHand: number;
                                /** @description Whole number of the base unit */
                                inTransit: number;
                                /** @description Whole number of the base unit */
                                consumed: number;
                                /** @description Whole number of the base unit */
                                shipped: number;
                                /** @description Whole number of the base unit */
                                disposed: number;
                                /** @description Whole number of the base unit */
                                samples: number;
                                /** @description Whole number of the base unit */
                                lost: number;
                                /** @description Whole number of the base unit */
                                in: number;
                                /** @description Whole number of the base unit */
                                out: number;
                                /** @description Whole number of the base unit */
                                gap: number;
                                percent: number;
                                alarm: string | null;
                            };
                            batches: {
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description Whole number of the base unit */
                                onHand: number;
                                /** @description Whole number of the base unit */
                                shipped: number;
                            }[];
                            /** @description Whole number of the base unit */
                            customers: number;
                            /** @description Whole number of the base unit */
                            orders: number;
                            /** @description Whole number of the base unit */
                            shipped: number;
                            /** @description Whole number of the base unit */
                            returned: number;
                            /** @description Whole number of the base unit */
                            kept: number;
                            /** @description Of what was returned, what names neither an order of ours nor a customer */
                            returnedByUnknown: number;
                            /** @description Of what is kept, so many units are back without a label: nobody knows yet whether they are of this batch */
                            unlabelled: {
                                /** @description Whole number of the base unit */
                                least: number;
                                /** @description Whole number of the base unit */
                                most: number;
                            };
                            shipments: {
                                items: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    sku: string;
                                    /** @description UUID; version 7 is best */
                                    shipmentId: string;
                                    shipmentNumber: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    shippedAt: string;
                                    /** @description UUID; version 7 is best */
                                    orderId: string;
                                    orderNumber: string;
                                    /** @description UUID; version 7 is best */
                                    orderLineId: string;
                                    /** @description UUID; version 7 is best */
                                    customerId: string | null;
                                    customerCode: string | null;
                                    customerName: string | null;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description Of it, what came back and was taken in */
                                    returned: number;
                                    /** @description Sent less returned */
                                    kept: number;
                                }[];
                                /** @description Pass as `cursor` for the next page */
                                next: string | null;
                            };
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lots/{ref}/trace.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The complete list of who got any batch of a lot */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches/{id}/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who got a batch, customer by customer, those who got most first; up to 1000 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                /** @description UUID; version 7 is best */
                                customerId: string | null;
                                customerName: string | null;
                                orders: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Of it, what came back and was taken in */
                                returned: number;
                                /** @description Sent less returned */
                                kept: number;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lots/{ref}/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who got the batches of a lot, batch by batch and customer by customer; up to 1000 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                /** @description UUID; version 7 is best */
                                customerId: string | null;
                                customerName: string | null;
                                orders: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Of it, what came back and was taken in */
                                returned: number;
                                /** @description Sent less returned */
                                kept: number;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{ref}/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The batches that a customer got, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description UUID; version 7 is best */
                                shipmentId: string;
                                shipmentNumber: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                shippedAt: string;
                                /** @description UUID; version 7 is best */
                                orderId: string;
                                orderNumber: string;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description The kit that was sold, where it came as a part of one */
                                kitSku: string | null;
                                /** @description Of it, what came back and was taken in */
                                returned: number;
                                /** @description Sent less returned */
                                kept: number;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{ref}/batches.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The complete list of the batches that a customer got */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or code */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches/{id}/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where every unit of a batch is, where it came from and who got it */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            batch: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @enum {string} */
                                kind: "batch" | "untracked";
                                code: string;
                                codeAsGiven: string;
                                /** @description UUID; version 7 is best */
                                supplierId: string | null;
                                supplierName: string | null;
                                supplierLot: string | null;
                                originCountry: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                producedOn: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @enum {string|null} */
                                expiresOnSource: "scanned" | "typed" | "computed" | "inherited" | "corrected" | "imported" | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                firstReceivedOn: string | null;
                                attributes: {
                                    [key: string]: unknown;
                                };
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                createdAt: string;
                            };
                            massBalance: {
                                /** @description Whole number of the base unit */
                                received: number;
                                /** @description Whole number of the base unit */
                                made: number;
                                /** @description Whole number of the base unit */
                                found: number;
                                /** @description Whole number of the base unit */
                                onHand: number;
                                /** @description Whole number of the base unit */
                                inTransit: number;
                                /** @description Whole number of the base unit */
                                consumed: number;
                                /** @description Whole number of the base unit */
                                shipped: number;
                                /** @description Whole number of the base unit */
                                disposed: number;
                                /** @description Whole number of the base unit */
                                samples: number;
                                /** @description Whole number of the base unit */
                                lost: number;
                                /** @description Whole number of the base unit */
                                in: number;
                                /** @description Whole number of the base unit */
                                out: number;
                                /** @description Whole number of the base unit */
                                gap: number;
                                percent: number;
                                alarm: string | null;
                            };
                            here: {
                                /** @description UUID; version 7 is best */
                                placeId: string;
                                placeCode: string;
                                placeKind: string;
                                /** @description Base units in each box that stays closed */
                                packOf: number | null;
                                /** @description UUID; version 7 is best */
                                binId: string | null;
                                /** @description UUID; version 7 is best */
                                warehouseId: string | null;
                                warehouseCode: string | null;
                                /** @description Whole number of the base unit */
                                onHand: number;
                                /** @description Whole number of the base unit */
                                reserved: number;
                                /** @description Whole number of the base unit */
                                available: number;
                                holds: string[];
                            }[];
                            receipts: {
                                /** @description UUID; version 7 is best */
                                receiptId: string;
                                number: string;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                receivedAt: string;
                                /** @description UUID; version 7 is best */
                                supplierId: string | null;
                                supplierName: string | null;
                                supplierLot: string | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                            }[];
                            reserved: {
                                /** @description UUID; version 7 is best */
                                orderId: string;
                                orderNumber: string;
                                customerName: string | null;
                                /** @description Whole number of the base unit */
                                quantity: number;
                            }[];
                            /** @description Whole number of the base unit */
                            customers: number;
                            /** @description Whole number of the base unit */
                            orders: number;
                            /** @description Whole number of the base unit */
                            shipped: number;
                            /** @description Whole number of the base unit */
                            returned: number;
                            /** @description Whole number of the base unit */
                            kept: number;
                            /** @description Of what was returned, what names neither an order of ours nor a customer */
                            returnedByUnknown: number;
                            /** @description Of what is kept, so many units are back without a label: nobody knows yet whether they are of this batch */
                            unlabelled: {
                                /** @description Whole number of the base unit */
                                least: number;
                                /** @description Whole number of the base unit */
                                most: number;
                            };
                            shipments: {
                                items: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    sku: string;
                                    /** @description UUID; version 7 is best */
                                    shipmentId: string;
                                    shipmentNumber: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    shippedAt: string;
                                    /** @description UUID; version 7 is best */
                                    orderId: string;
                                    orderNumber: string;
                                    /** @description UUID; version 7 is best */
                                    orderLineId: string;
                                    /** @description UUID; version 7 is best */
                                    customerId: string | null;
                                    customerCode: string | null;
                                    customerName: string | null;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /** @description Of it, what came back and was taken in */
                                    returned: number;
                                    /** @description Sent less returned */
                                    kept: number;
                                }[];
                                /** @description Pass as `cursor` for the next page */
                                next: string | null;
                            };
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/order-lines/{id}/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An order line back to its batches, their receipts and suppliers */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UUID; version 7 is best */
                            orderId: string;
                            orderNumber: string;
                            /** @description UUID; version 7 is best */
                            lineId: string;
                            sku: string;
                            productName: string;
                            batches: {
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description Whole number of the base unit */
                                shipped: number;
                                /** @description Whole number of the base unit */
                                reserved: number;
                                receipts: {
                                    /** @description UUID; version 7 is best */
                                    receiptId: string;
                                    number: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    receivedAt: string;
                                    /** @description UUID; version 7 is best */
                                    supplierId: string | null;
                                    supplierName: string | null;
                                    supplierLot: string | null;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches/{id}/trace.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The complete list of who got a batch */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rule-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a rule would change on present stock and open orders, were it written, or ended, now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        rule?: {
                            /** @description UUID; version 7 is best */
                            id?: string;
                            name: string;
                            /** @description Id or code */
                            customer?: string;
                            channel?: string;
                            /** @description ISO 3166-1 alpha-2 */
                            market?: string;
                            /** @description Id or code */
                            product?: string;
                            category?: string;
                            /** @description Id or code */
                            warehouse?: string;
                            /** @description Id or code */
                            client?: string;
                            /** @enum {string} */
                            rotation?: "fefo" | "fifo" | "lifo" | "lefo" | "manual";
                            /** @description Days that must be left on the day of delivery */
                            lifeDaysMin?: number;
                            /** @description Of the days from production to expiry */
                            lifePercentMin?: number;
                            /** @enum {string} */
                            lifeBoundary?: "at_least" | "more_than";
                            /** @enum {string} */
                            batches?: "any" | "one_per_line" | "one_per_order" | "fewest" | "oldest_that_fills";
                            /** @description Than what the customer last received of the product */
                            neverOlder?: boolean;
                            /** @description Only whole packs of so many base units; 1 lifts it */
                            packOf?: number;
                            /** @enum {string} */
                            packOrder?: "packs_first" | "loose_first";
                            approved?: string[];
                            barred?: string[];
                            routing?: {
                                /** @description The first that tells two warehouses apart decides from which of them an order goes */
                                criteria: ("priority" | "distance" | "cost" | "expires_first" | "freshest")[];
                                /** @enum {string} */
                                split: "never" | "allowed";
                                /** @description On top for each parcel after the first, in minor units of the account's currency */
                                splitCost?: number;
                            };
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            validFrom?: string;
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            validUntil?: string | null;
                            /** @description UUID; version 7 is best */
                            replaces?: string;
                            reason: string;
                        };
                        /** @description UUID; version 7 is best */
                        ends?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Open order lines that the rule speaks of */
                            linesConcerned: number;
                            /** @description Lines that lose what they were promised, in units of the product */
                            losing: {
                                /** @description Whole number of the base unit */
                                lines: number;
                                /** @description Whole number of the base unit */
                                orders: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Whole number of the base unit */
                                servedOtherwise: number;
                                /** @description Whole number of the base unit */
                                leftWaiting: number;
                                /** @description Of what is left waiting, by the prices of the orders */
                                value: {
                                    /** @description ISO 4217 */
                                    currency: string;
                                    /** @description Whole minor units */
                                    amount: number;
                                }[];
                            };
                            /** @description Lines that wait no more */
                            served: {
                                /** @description Whole number of the base unit */
                                lines: number;
                                /** @description Whole number of the base unit */
                                orders: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                            };
                            lines: {
                                /** @description UUID; version 7 is best */
                                orderId: string;
                                orderNumber: string;
                                /** @description UUID; version 7 is best */
                                lineId: string;
                                sku: string;
                                /** @description The kit that was sold, where the line is a part of one */
                                kitSku: string | null;
                                /** @description Whole number of the base unit */
                                loses: number;
                                /** @description Whole number of the base unit */
                                gets: number;
                                batches: string[];
                                customerName: string | null;
                            }[];
                            unsellable: {
                                /** @description Whole number of the base unit */
                                batches: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description What they cost by their receipts, where these say so */
                                cost: {
                                    /** @description ISO 4217 */
                                    currency: string;
                                    /** @description Whole minor units */
                                    amount: number;
                                }[];
                                items: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    sku: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                            };
                            sellable: {
                                /** @description Whole number of the base unit */
                                batches: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description What they cost by their receipts, where these say so */
                                cost: {
                                    /** @description ISO 4217 */
                                    currency: string;
                                    /** @description Whole minor units */
                                    amount: number;
                                }[];
                                items: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    sku: string;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                }[];
                            };
                            moves: {
                                /** @description That would go from other warehouses, were their orders placed now */
                                lines: number;
                                /** @description Whole number of the base unit */
                                orders: number;
                                /** @description Open lines that were tried, the first in their turn */
                                considered: number;
                                parcels: {
                                    /** @description Whole number of the base unit */
                                    are: number;
                                    /** @description Whole number of the base unit */
                                    wouldBe: number;
                                };
                                items: {
                                    /** @description UUID; version 7 is best */
                                    orderId: string;
                                    orderNumber: string;
                                    /** @description UUID; version 7 is best */
                                    lineId: string;
                                    sku: string;
                                    /** @description The kit that was sold, where the line is a part of one */
                                    kitSku: string | null;
                                    customerName: string | null;
                                    from: string[];
                                    to: string[];
                                }[];
                            } | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches/{id}/outlets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which channels, customers and orders may still have a batch, and until which day it has to leave */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID; version 7 is best */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            destinations: {
                                channel: string | null;
                                market: string | null;
                                /** @description UUID; version 7 is best */
                                customerId: string | null;
                                customerName: string | null;
                                serviceCode: string | null;
                                /** @description By warehouses that have some of the batch */
                                from: {
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    warehouseCode: string;
                                    may: boolean;
                                    /** @description Why it may not, in a sentence */
                                    says: string | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    lastDeliveryDay: string | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    lastShipDay: string | null;
                                }[];
                            }[];
                            /** @description Lines that have some of it promised, or wait for the product */
                            orders: {
                                /** @description UUID; version 7 is best */
                                orderId: string;
                                orderNumber: string;
                                /** @description UUID; version 7 is best */
                                lineId: string;
                                customerName: string | null;
                                channel: string | null;
                                /** @description Units of this batch that are promised to it */
                                promised: number;
                                /** @description Whole number of the base unit */
                                waiting: number;
                                /** @description By warehouses that have some of the batch */
                                from: {
                                    /** @description UUID; version 7 is best */
                                    warehouseId: string;
                                    warehouseCode: string;
                                    may: boolean;
                                    /** @description Why it may not, in a sentence */
                                    says: string | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    lastDeliveryDay: string | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    lastShipDay: string | null;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for stock, product by product, since when, and why */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Whole number of the base unit */
                            lines: number;
                            /** @description Whole number of the base unit */
                            quantity: number;
                            /** @description Those for which most lines wait, first */
                            products: {
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                /** @description Whole number of the base unit */
                                lines: number;
                                /** @description Whole number of the base unit */
                                orders: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                since: string;
                                expected: {
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    on: string | null;
                                } | null;
                                reasons: {
                                    /** @enum {string} */
                                    kind: "no_stock" | "held" | "place" | "expired" | "too_short" | "undated" | "turn" | "older" | "not_approved" | "barred" | "not_chosen" | "batches" | "pack" | "pool";
                                    /** @description Whole number of the base unit */
                                    lines: number;
                                    /** @description Units that these lines wait for */
                                    quantity: number;
                                    /** @description What stands against each batch, for the first line that it stands against */
                                    says: string[];
                                }[];
                                /** @description Whose turn comes first: by priority, the day promised (else the day it was asked), and age */
                                first: {
                                    /** @description UUID; version 7 is best */
                                    orderId: string;
                                    orderNumber: string;
                                    customerName: string | null;
                                    channel: string;
                                    /** @description Whole number of the base unit */
                                    waiting: number;
                                    priority: number;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    askedAt: string;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    deliverOn: string | null;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stock by batch and place over all warehouses, with its state of this moment */
        get: {
            parameters: {
                query?: {
                    text?: string;
                    /** @description Id or code */
                    product?: string;
                    /** @description UUID; version 7 is best */
                    batch?: string;
                    /** @description Id or code */
                    warehouse?: string;
                    category?: string;
                    status?: "sellable" | "expired" | "held" | "unsellable_place";
                    /** @description Calendar date, YYYY-MM-DD */
                    expiresFrom?: string;
                    /** @description Calendar date, YYYY-MM-DD */
                    expiresBefore?: string;
                    /** @description 0 on the last day where the stock lies */
                    daysLeftMin?: number;
                    /** @description 0 on the last day where the stock lies */
                    daysLeftMax?: number;
                    sort?: "expiresOn" | "sku" | "batchCode" | "warehouse" | "onHand" | "available";
                    direction?: "asc" | "desc";
                    /** @description Product by product, each where its first row would stand */
                    grouped?: boolean;
                    cursor?: string;
                    /** @description Rows to leave out before the page */
                    offset?: number;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                batchId: string;
                                batchCode: string;
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                category: string;
                                /** @description UUID; version 7 is best */
                                placeId: string;
                                placeCode: string;
                                placeKind: string;
                                /** @description Base units in each box that stays closed */
                                packOf: number | null;
                                /** @description UUID; version 7 is best */
                                binId: string | null;
                                /** @description Null where goods are on their way from one to another */
                                warehouseId: string | null;
                                warehouseCode: string | null;
                                /** @description Whole number of the base unit */
                                onHand: number;
                                /** @description Whole number of the base unit */
                                reserved: number;
                                /** @description Whole number of the base unit */
                                available: number;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                producedOn: string | null;
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                expiresOn: string | null;
                                /** @description 0 on the last day, negative afterwards */
                                daysLeft: number | null;
                                /** @enum {string} */
                                status: "sellable" | "expired" | "held" | "unsellable_place";
                                holds: string[];
                                /**
                                 * Format: day
                                 * @description Calendar date, YYYY-MM-DD
                                 */
                                firstReceivedOn: string | null;
                                /**
                                 * Format: instant
                                 * @description ISO 8601 with zone; kept to the millisecond
                                 */
                                lastMovedAt: string;
                            }[];
                            /** @description Pass as `cursor` for the next page */
                            next: string | null;
                            /** @description Rows in all; not with a cursor */
                            total: number | null;
                            /** @description In all rows; not with a cursor */
                            onHand: number | null;
                            /** @description In all rows; not with a cursor */
                            available: number | null;
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The products that a filter of the stock finds, with their sums, in the order of the grouped list */
        get: {
            parameters: {
                query?: {
                    text?: string;
                    /** @description Id or code */
                    product?: string;
                    /** @description UUID; version 7 is best */
                    batch?: string;
                    /** @description Id or code */
                    warehouse?: string;
                    category?: string;
                    status?: "sellable" | "expired" | "held" | "unsellable_place";
                    /** @description Calendar date, YYYY-MM-DD */
                    expiresFrom?: string;
                    /** @description Calendar date, YYYY-MM-DD */
                    expiresBefore?: string;
                    /** @description 0 on the last day where the stock lies */
                    daysLeftMin?: number;
                    /** @description 0 on the last day where the stock lies */
                    daysLeftMax?: number;
                    sort?: "expiresOn" | "sku" | "batchCode" | "warehouse" | "onHand" | "available";
                    direction?: "asc" | "desc";
                    /** @description Product by product, each where its first row would stand */
                    grouped?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                productId: string;
                                sku: string;
                                productName: string;
                                rows: number;
                                batches: number;
                                /** @description Whole number of the base unit */
                                onHand: number;
                                /** @description Whole number of the base unit */
                                available: number;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a spreadsheet, complete */
        get: {
            parameters: {
                query?: {
                    text?: string;
                    /** @description Id or code */
                    product?: string;
                    /** @description UUID; version 7 is best */
                    batch?: string;
                    /** @description Id or code */
                    warehouse?: string;
                    category?: string;
                    status?: "sellable" | "expired" | "held" | "unsellable_place";
                    /** @description Calendar date, YYYY-MM-DD */
                    expiresFrom?: string;
                    /** @description Calendar date, YYYY-MM-DD */
                    expiresBefore?: string;
                    /** @description 0 on the last day where the stock lies */
                    daysLeftMin?: number;
                    /** @description 0 on the last day where the stock lies */
                    daysLeftMax?: number;
                    sort?: "expiresOn" | "sku" | "batchCode" | "warehouse" | "onHand" | "available";
                    direction?: "asc" | "desc";
                    /** @description Product by product, each where its first row would stand */
                    grouped?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What needs a person today */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: day
                             * @description Calendar date, YYYY-MM-DD
                             */
                            today: string;
                            expiring: {
                                within7: {
                                    /** @description Whole number of the base unit */
                                    batches: number;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                };
                                within30: {
                                    /** @description Whole number of the base unit */
                                    batches: number;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                };
                                within90: {
                                    /** @description Whole number of the base unit */
                                    batches: number;
                                    /** @description Whole number of the base unit */
                                    quantity: number;
                                };
                                items: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /** @description UUID; version 7 is best */
                                    productId: string;
                                    sku: string;
                                    productName: string;
                                    category: string;
                                    /** @description UUID; version 7 is best */
                                    placeId: string;
                                    placeCode: string;
                                    placeKind: string;
                                    /** @description Base units in each box that stays closed */
                                    packOf: number | null;
                                    /** @description UUID; version 7 is best */
                                    binId: string | null;
                                    /** @description Null where goods are on their way from one to another */
                                    warehouseId: string | null;
                                    warehouseCode: string | null;
                                    /** @description Whole number of the base unit */
                                    onHand: number;
                                    /** @description Whole number of the base unit */
                                    reserved: number;
                                    /** @description Whole number of the base unit */
                                    available: number;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    producedOn: string | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description 0 on the last day, negative afterwards */
                                    daysLeft: number | null;
                                    /** @enum {string} */
                                    status: "sellable" | "expired" | "held" | "unsellable_place";
                                    holds: string[];
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    firstReceivedOn: string | null;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    lastMovedAt: string;
                                }[];
                            };
                            expired: {
                                /** @description Whole number of the base unit */
                                batches: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                items: {
                                    /** @description UUID; version 7 is best */
                                    batchId: string;
                                    batchCode: string;
                                    /** @description UUID; version 7 is best */
                                    productId: string;
                                    sku: string;
                                    productName: string;
                                    category: string;
                                    /** @description UUID; version 7 is best */
                                    placeId: string;
                                    placeCode: string;
                                    placeKind: string;
                                    /** @description Base units in each box that stays closed */
                                    packOf: number | null;
                                    /** @description UUID; version 7 is best */
                                    binId: string | null;
                                    /** @description Null where goods are on their way from one to another */
                                    warehouseId: string | null;
                                    warehouseCode: string | null;
                                    /** @description Whole number of the base unit */
                                    onHand: number;
                                    /** @description Whole number of the base unit */
                                    reserved: number;
                                    /** @description Whole number of the base unit */
                                    available: number;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    producedOn: string | null;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    expiresOn: string | null;
                                    /** @description 0 on the last day, negative afterwards */
                                    daysLeft: number | null;
                                    /** @enum {string} */
                                    status: "sellable" | "expired" | "held" | "unsellable_place";
                                    holds: string[];
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    firstReceivedOn: string | null;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    lastMovedAt: string;
                                }[];
                            };
                            held: {
                                /** @description Whole number of the base unit */
                                holds: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                items: {
                                    /** @description UUID; version 7 is best */
                                    id: string;
                                    number: string;
                                    scope: string;
                                    subject: string;
                                    reason: string;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    placedAt: string;
                                }[];
                            };
                            waiting: {
                                /** @description Whole number of the base unit */
                                orders: number;
                                /** @description Whole number of the base unit */
                                lines: number;
                                /** @description Whole number of the base unit */
                                quantity: number;
                                /** @description Whose turn comes first, as /v1/waiting says it */
                                items: {
                                    /** @description UUID; version 7 is best */
                                    orderId: string;
                                    number: string;
                                    customerName: string | null;
                                    priority: number;
                                    /**
                                     * Format: day
                                     * @description Calendar date, YYYY-MM-DD
                                     */
                                    deliverOn: string | null;
                                    /**
                                     * Format: instant
                                     * @description ISO 8601 with zone; kept to the millisecond
                                     */
                                    askedAt: string;
                                    /** @description Whole number of the base unit */
                                    backOrdered: number;
                                }[];
                            };
                            movement: {
                                /** @description Whole number of the base unit */
                                received: number;
                                /** @description Whole number of the base unit */
                                shipped: number;
                                /** @description Whole number of the base unit */
                                adjusted: number;
                                /** @description Whole number of the base unit */
                                moves: number;
                            };
                            returns: {
                                /** @description Whole number of the base unit */
                                open: number;
                            };
                            disposals: {
                                /** @description Whole number of the base unit */
                                open: number;
                            };
                            inbounds: {
                                /** @description Whole number of the base unit */
                                open: number;
                            };
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What ids are called, whatever they are of */
        get: {
            parameters: {
                query: {
                    /** @description Up to 200 ids, with commas between */
                    ids: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description UUID; version 7 is best */
                                id: string;
                                /** @enum {string} */
                                kind: "product" | "batch" | "lot" | "warehouse" | "zone" | "place" | "supplier" | "customer" | "order" | "shipment" | "receipt" | "inbound" | "return" | "hold" | "rule" | "pool" | "client" | "wave" | "parcel" | "count" | "disposal" | "person";
                                title: string;
                                detail: string;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The channels that the latest orders, rules and pools name, by name */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: string[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The categories of products, by name */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: string[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find a thing by any of its identifiers */
        get: {
            parameters: {
                query: {
                    q: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @enum {string} */
                                kind: "product" | "batch" | "lot" | "serial" | "order" | "shipment" | "wave" | "parcel" | "count" | "disposal" | "receipt" | "inbound" | "return" | "customer" | "supplier" | "hold";
                                /** @description UUID; version 7 is best */
                                id: string;
                                title: string;
                                detail: string;
                                /** @description Is called so, and does not only begin so */
                                exact: boolean;
                            }[];
                        };
                    };
                };
                /** @description Refused, or failed */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description RFC 9457 */
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description Stable; for programs */
            code: string;
            /** @description One sentence for a person */
            detail: string;
            facts: {
                [key: string]: unknown;
            };
            requestId: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
