/** What only a whole page shows at once: an embed does without, or asks for what it needs of it. */

export { keepView } from "../compare/keep.js";
export { inSight } from "../components/in-sight.js";
export { chooserView } from "../elections/chooser.js";
export { onPaperView } from "../print/load-on-print.js";
export { partiesView } from "../result/party-table.js";
export { questionsView } from "../questions/questions.js";
export { seatsView } from "../seats/list.js";
export { toolTabs } from "./tool-tabs.js";
