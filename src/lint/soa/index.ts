/** The SOA record: its parts as written, its serial, and examples about it. */

export { soaExample } from "./example.ts";
export { soaSpot, soaToken } from "./fields.ts";
export { dateOfSerial, isUnixSerial, serialChange, serialOfDay, setSerial } from "./serial.ts";
