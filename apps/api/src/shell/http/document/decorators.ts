type Swagger = typeof import('@nestjs/swagger');
type Decorator = ClassDecorator & MethodDecorator;
type Described = (swagger: Swagger) => void;

const described: Described[] = [];

/**
 * Keeps a decorator of the document until the document is asked for: it takes its package half a thousand files to describe what most
 * processes never show, and every start would wait for them.
 */
const later =
  <A extends readonly unknown[]>(of: (swagger: Swagger) => (...args: A) => ClassDecorator | MethodDecorator) =>
  (...args: A): Decorator =>
  (target: object, key?: string | symbol, descriptor?: PropertyDescriptor): void => {
    described.push((swagger) => {
      const decorate = of(swagger)(...args) as (
        target: object,
        key?: string | symbol,
        how?: PropertyDescriptor,
      ) => void;
      decorate(target, key, descriptor);
    });
  };

/** Describes what was decorated so far, in the order in which it was. */
export function describeWith(swagger: Swagger): void {
  for (const describe of described.splice(0)) describe(swagger);
}

export const ApiExcludeController = later(({ ApiExcludeController: of }) => of);
export const ApiHeader = later(({ ApiHeader: of }) => of);
export const ApiOperation = later(({ ApiOperation: of }) => of);
export const ApiResponse = later(({ ApiResponse: of }) => of);
export const ApiSecurity = later(({ ApiSecurity: of }) => of);
export const ApiTags = later(({ ApiTags: of }) => of);
