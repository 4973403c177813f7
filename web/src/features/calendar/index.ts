export { Calendar } from "./calendar";
export { calendarFieldsOf, calendarOf } from "./calendar-fields";
export { DateChooser } from "./date-chooser";
export { lengthFieldOf } from "./hours";
