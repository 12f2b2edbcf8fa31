export { closest, didYouMean } from "../model/closest.js";
