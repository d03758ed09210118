/** What only a whole page shows at once: an embed does without, or asks for what it needs of it. */

export { onPaperView } from "../print/load-on-print.js";
export { partiesView } from "../result/party-table.js";
export { questionsView } from "../questions/questions.js";
export { seatsView } from "../seats/list.js";
