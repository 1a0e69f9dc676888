export { servingSeats as placesFor } from "./serving-seats.ts";
