//! The sheets of a case's lines: what is spent, what is gained and by whom.

use super::Kind::{Id, Note, One, Words, Years};
use super::{List, Sheet, column};

/// Which rules use an input stands in its help.
#[rustfmt::skip]
pub(super) const SHEETS: &[Sheet] = &[
    Sheet { name: "Investment", list: List::Of("investment"), columns: &[
        column("Id", "id", Words, "Lower-case words joined by hyphens, unique in this sheet"),
        column("Label", "label", Words, "Name in words"),
        column("Workstream", "workstream", Id("workstreams"), "Id of the workstream it belongs to"),
        column("Source", "source", Words, "Section of the paper"),
        column("Note", "note", Note, "How the paper was read where it is unclear"),
        column("Cost", "cost.kind", One(&["posts", "one-off", "staff", "amounts"]), "posts: printed amounts that scale with the number of posts. one-off: a sum, spread over the years. staff: posts at so much a full year. amounts: pounds with nothing behind them"),
        column("Posts", "cost.posts", Id("assumptions"), "posts, staff: assumption (count), how many posts"),
        column("Amount", "cost.amount", Id("assumptions"), "one-off: assumption (pounds), the whole sum"),
        column("Grade", "cost.grade", Note, "staff: the grade the pay is of, in words"),
        column("Pay", "cost.pay", Id("assumptions"), "staff: assumption (pounds), a full year's cost of one post"),
        column("Counted", "cost.counted", Id("assumptions"), "amounts: assumption (percent of the amounts that is counted)"),
        column("Years", "cost", Years, "posts, amounts: pounds. one-off: percent of the sum, adding to 100. staff: months filled, 0 to 12"),
    ] },
    Sheet { name: "Benefits", list: List::Of("benefits"), columns: &[
        column("Id", "id", Words, "Lower-case words joined by hyphens, unique in this sheet"),
        column("Label", "label", Words, "Name in words"),
        column("Kind", "kind", One(&["saving", "avoidance"]), "A budget falls (saving), or growth does not happen (avoidance)"),
        column("Workstream", "workstream", Id("workstreams"), "Id of the workstream it belongs to"),
        column("Source", "source", Words, "Section of the paper"),
        column("Proposal", "proposal", Words, "What the paper proposes, in a sentence"),
        column("Gains", "gains.rest", Id("payers"), "Id of the payer who gains what the sheet Payer splits gives to nobody else"),
        column("Rule", "rule.kind", One(&["share-of-cost", "moved-pupils", "held-demand", "slowed-growth", "prevented-events", "absorbed-pressure", "fixed-profile", "shared-reduction", "counted-twice"]), "How the effect of a year is worked out; fill in the columns that name the rule"),
        column("Cost", "rule.cost", Id("assumptions"), "share-of-cost, prevented-events: assumption (pounds a year)"),
        column("Share", "rule.share", Id("assumptions"), "share-of-cost, moved-pupils, counted-twice: assumption (percent)"),
        column("Pupils", "rule.pupils", Id("assumptions"), "moved-pupils: assumption (count), how many pupils there are"),
        column("Cost from", "rule.cost_from", Id("assumptions"), "moved-pupils: assumption (pounds a year each before)"),
        column("Cost to", "rule.cost_to", Id("assumptions"), "moved-pupils: assumption (pounds a year each after)"),
        column("Growth", "rule.growth", Id("assumptions"), "held-demand: assumption (percent). slowed-growth: assumption (pounds added each year)"),
        column("Unit cost", "rule.unit_cost", Id("assumptions"), "held-demand: assumption (pounds each)"),
        column("Held", "rule.held", Id("assumptions"), "held-demand: assumption (percent of the extra that is avoided)"),
        column("Avoided", "rule.avoided", Id("assumptions"), "slowed-growth: assumption (percent of the growth avoided)"),
        column("Number", "rule.number", Id("assumptions"), "prevented-events: assumption (count), more prevented each year"),
        column("Absorbed", "rule.absorbed", Id("assumptions"), "absorbed-pressure: assumption (percent absorbed)"),
        column("Moved", "rule.moved", Id("benefits"), "shared-reduction: id of the line of moved-pupils"),
        column("Reduced", "rule.reduced", Id("benefits"), "shared-reduction: id of the line of share-of-cost"),
        column("Reduces", "rule.reduces", One(&["cost-to", "both"]), "shared-reduction: whose cost the reduction is of"),
        column("Counted", "rule.counted", Id("assumptions"), "shared-reduction: assumption (percent of the effect counted)"),
        column("Pressure", "rule.pressure", Id("benefits"), "counted-twice: id of the line of absorbed-pressure"),
        column("Demand", "rule.demand", Id("benefits"), "counted-twice: id of the line of held-demand"),
        column("Years", "rule", Years, "share-of-cost, moved-pupils: percent of the full effect. held-demand: extra cases. slowed-growth, prevented-events: how many years' worth has built up. absorbed-pressure, fixed-profile: pounds"),
    ] },
    Sheet { name: "Payer splits", list: List::Within { of: "benefits", path: "gains.shares" }, columns: &[
        column("Of", "", Id("benefits"), "Id of the benefit line"),
        column("Payer", "payer", Id("payers"), "Id of the payer who takes a share of it"),
        column("Share", "share", Id("assumptions"), "Assumption (percent of the line)"),
    ] },
];
