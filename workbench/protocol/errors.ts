/** An error as Excel reports it to an add-in: a code that office.js hands on, and where in the object model it happened ("Range.values"). */
export class ApiError extends Error {
  constructor(readonly code: string, message: string, readonly location: string, readonly httpStatusCode = 400) {
    super(message);
  }
}

export const itemNotFound = (where: string): ApiError => new ApiError("ItemNotFound", "The requested resource doesn't exist.", where, 404);

export const itemAlreadyExists = (where: string): ApiError => new ApiError("ItemAlreadyExists", "A resource with the same name or identifier already exists.", where, 409);

/** `what` says, beyond Excel's own words, which argument is wrong and why. */
export const invalidArgument = (where: string, what: string): ApiError =>
  new ApiError("InvalidArgument", `The argument is invalid or missing or has an incorrect format. (${where}: ${what})`, where);

export const accessDenied = (where: string, what: string): ApiError => new ApiError("AccessDenied", `You cannot perform the requested operation. (${what})`, where, 403);

export const insertDeleteConflict = (where: string): ApiError => new ApiError("InsertDeleteConflict", "The insert or delete operation attempted resulted in a conflict.", where, 409);

/** The workbench does not model this; in real Excel it may well exist. */
export const apiNotFound = (where: string, what: string): ApiError => new ApiError("ApiNotFound", `The API that you are trying to use could not be found. (The workbench has no ${what} ${where}.)`, where);
