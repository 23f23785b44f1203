//! Typical figures as a finance officer reads them.

use send_modeller::export::explanation;
use send_modeller::model::{Target, What, When};

use crate::{CASE, model, scenario};

fn line(id: &str) -> What {
    What::Line(model().line(id).unwrap())
}

/// An explanation as plain text: its lines, the assumptions that are changed, its notes.
fn told(link: &str, what: What, when: When) -> String {
    let words = explanation(
        &model(),
        &scenario(&format!("{CASE}{link}")),
        Target { what, when },
        true,
    );
    let mut text = format!("{} ({})\n", words.title, words.sections);
    for line in &words.lines {
        let parts = [&line.label, &line.expression, &line.result];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        text += &parts.map(String::as_str).collect::<Vec<_>>().join(" | ");
        text += "\n";
    }
    for input in &words.inputs {
        if let Some(published) = &input.published {
            text += &format!(
                "- {}: {} (published {published})\n",
                input.label, input.value
            );
        }
    }
    for note in &words.notes {
        text += &format!("* {note}\n");
    }
    text
}

#[test]
fn a_line_is_its_rule_with_its_numbers_and_then_whole_pounds() {
    insta::assert_snapshot!(told("", line("transport-in-county"), When::Year(1)), @r#"
    SEN transport, in county, 2019/20 (Section 6.11)
    Share of the cost | £12,310,947 × 10% × 100% in 2019/20 | £1,231,094.70
    To whole pounds | £1,231,094.70 | £1,231,095
    * Not adjusted: no delay, delivered in full.
    "#);
    insta::assert_snapshot!(told("&ooc-pupils=116.5", line("transport-out-of-county"), When::Year(1)), @r#"
    SEN transport, out of county, 2019/20 (Section 6.11)
    Pupils moved | 116.5 pupils × 10% × (£13,892 − £5,339) × 100% in 2019/20 | £99,642.45
    To whole pounds | £99,642.45 | £99,642
    - Pupils travelling out of county: 116.5 pupils (published 115 pupils)
    * Not adjusted: no delay, delivered in full.
    "#);
    insta::assert_snapshot!(told("&adoption-breakdowns=2", line("adoption-breakdowns"), When::Year(2)), @r#"
    Adoption breakdowns prevented, 2020/21 (Section 6.11)
    Events prevented | 2 more avoided each year × £80,000 × 3 years | £480,000
    - Adoption breakdowns prevented: 2 more avoided each year (published 1 more avoided each year)
    * Not adjusted: no delay, delivered in full.
    * Avoidance is growth that does not happen; it frees no money by itself.
    "#);
    insta::assert_snapshot!(told("", line("sen-reform-grant"), When::Year(2)), @r#"
    SEN reform grant, 2020/21 (Section 6.11)
    Pressure absorbed | £1,017,000 of pressure × 100% | £1,017,000
    * Not adjusted: no delay, delivered in full.
    * Avoidance is growth that does not happen; it frees no money by itself.
    "#);
    insta::assert_snapshot!(told("", line("training-programme"), When::Year(1)), @r#"
    Training programme, 2019/20 (Section 6.9)
    Sum spent | £150,000 × 100% in 2019/20 | £150,000
    Shown as money out | −£150,000
    * Not adjusted: no overrun, no delay.
    * The text extraction of table 6.9 puts this sum under 18/19. The printed column totals (146,593; 1,039,311; 289,311) show that it belongs to 19/20.
    "#);
}

#[test]
fn a_delay_shows_the_years_that_fall_into_one() {
    insta::assert_snapshot!(told("&ehcp-growth=23&benefit-delay=5", line("ehcp-demography"), When::Year(3)), @r#"
    EHCP growth held, 2021/22 (Section 6.11)
    Extra demand held, 2021/22 | 1,261 extra cases × 23% ÷ 36% published × £412 × 100% | £331,923.22…
    Extra demand held, 2020/21 | 829 extra cases × 23% ÷ 36% published × £412 × 100% | £218,211.22…
    All benefits arrive late by | 5 months
    7 twelfths of 2021/22 and 5 twelfths of 2020/21 | (£331,923.22… × 7 + £218,211.22… × 5) ÷ 12 | £284,543.22…
    To whole pounds | £284,543.22… | £284,543
    - Growth in children with SEND, 2018 to 2023: 23% growth (published 36% growth)
    - All benefits arrive late by: 5 months (published 0 months)
    * Not adjusted: delivered in full.
    * Avoidance is growth that does not happen; it frees no money by itself.
    * Where pence end in …, more digits follow; the sum is done with all of them.
    "#);
    insta::assert_snapshot!(told("&benefit-delay=5&programme-delay=8&benefit-delivery=80", line("direct-payments"), When::Year(2)), @r#"
    Direct payments, 2020/21 (Section 8.10)
    Share of the cost, 2019/20 | £2,800,000 × 10% × 100% in 2019/20 | £280,000
    Share of the cost, 2018/19 | £2,800,000 × 10% × 0% in 2018/19 | £0
    Delay | All benefits arrive late by 5 months + Whole programme late by 8 months | 13 months
    11 twelfths of 2019/20 and 1 twelfth of 2018/19 | (£280,000 × 11 + £0 × 1) ÷ 12 | £256,666.66…
    Delivered | £256,666.66… × 80% | £205,333.33…
    To whole pounds | £205,333.33… | £205,333
    - All benefits arrive late by: 5 months (published 0 months)
    - Benefits delivered: 80% of every benefit (published 100% of every benefit)
    - Whole programme late by: 8 months (published 0 months)
    * Avoidance is growth that does not happen; it frees no money by itself.
    * Where pence end in …, more digits follow; the sum is done with all of them.
    "#);
    insta::assert_snapshot!(told("&benefit-delay=24", line("adoption-breakdowns"), When::Year(1)), @r#"
    Adoption breakdowns prevented, 2019/20 (Section 6.11)
    All benefits arrive late by | 24 months
    Nothing has arrived yet | £0
    - All benefits arrive late by: 24 months (published 0 months)
    * Not adjusted: delivered in full.
    * Avoidance is growth that does not happen; it frees no money by itself.
    "#);
    insta::assert_snapshot!(told("&benefit-delay=1", line("adoption-breakdowns"), When::Year(0)), @r#"
    Adoption breakdowns prevented, 2018/19 (Section 6.11)
    Events prevented, 2018/19 | 1 more avoided each year × £80,000 × 1 year | £80,000
    All benefits arrive late by | 1 month
    11 twelfths of 2018/19, nothing before it | £80,000 × 11 ÷ 12 | £73,333.33…
    To whole pounds | £73,333.33… | £73,333
    - All benefits arrive late by: 1 month (published 0 months)
    * Not adjusted: delivered in full.
    * Avoidance is growth that does not happen; it frees no money by itself.
    * Where pence end in …, more digits follow; the sum is done with all of them.
    "#);
}

#[test]
fn a_line_of_posts_shows_posts_kept_overrun_and_delay_in_the_engine_s_order() {
    insta::assert_snapshot!(told("&posts-kept=50&investment-overrun=12.5&programme-delay=7", line("transformation-managers"), When::Year(3)), @r#"
    Transformation managers, 2021/22 (Section 6.9)
    Posts, 2021/22 | £0 × 2 posts ÷ 2 published | £0
    Posts kept on, 2021/22 | £0 + £115,478 of 2019/20 × 50% × 2 posts ÷ 2 published | £57,739
    Overrun, 2021/22 | £57,739 × (100% + 12.5%) | £64,956.37…
    Posts, 2020/21 | £115,478 × 2 posts ÷ 2 published | £115,478
    Overrun, 2020/21 | £115,478 × (100% + 12.5%) | £129,912.75
    Whole programme late by | 7 months
    5 twelfths of 2021/22 and 7 twelfths of 2020/21 | (£64,956.37… × 5 + £129,912.75 × 7) ÷ 12 | £102,847.59…
    To whole pounds | £102,847.59… | £102,848
    Shown as money out | −£102,848
    - Whole programme late by: 7 months (published 0 months)
    - Investment overrun: 12.5% added to investment (published 0% added to investment)
    - Temporary posts kept on: 50% of temporary posts (published 0% of temporary posts)
    * Where pence end in …, more digits follow; the sum is done with all of them.
    "#);
    insta::assert_snapshot!(told("&posts-kept=50&investment-overrun=-10&posts-support-officer=1.5", line("support-officer"), When::Year(2)), @r#"
    Support officer, 2020/21 (Section 9.6)
    Posts | £14,530 × 1.5 posts ÷ 1 published | £21,795
    Underrun | £21,795 × (100% − 10%) | £19,615.50
    To whole pounds | £19,615.50 | £19,616
    Shown as money out | −£19,616
    - Investment overrun: −10% added to investment (published 0% added to investment)
    - Support officer: 1.5 posts (published 1 post)
    * Posts that are kept cost money from 2021/22 on.
    * Not adjusted: no delay.
    "#);
}

#[test]
fn a_sum_is_its_parts() {
    insta::assert_snapshot!(told("", What::Payer(1), When::Year(2)), @r#"
    Gained by Dedicated Schools Grant, 2020/21 (Sections 6.11, 8.10)
    Out-of-county school growth | 70% of £200,000 | £140,000
    Out-of-county colleges | £493,293
    Total | £633,293
    * A line that several payers share is split after it is rounded, to whole pounds, so that their parts add up to it.
    * Ring-fenced: it cannot repay the council.
    "#);
    insta::assert_snapshot!(told("&ooc-school-dsg-share=33.3", What::Payer(0), When::Year(2)), @r#"
    Gained by Council budget (core), 2020/21 (Sections 6.11, 8.10)
    Service efficiencies | £410,530
    EHCP growth held | £341,548
    Out-of-county school growth | £200,000 − £66,600 to others | £133,400
    Adoption breakdowns prevented | £240,000
    SEN transport, in county | £1,231,095
    SEN transport, out of county | £98,360
    SEN reform grant | £1,017,000
    Direct payments | £280,000
    Overlap between lines: transport | £0
    Overlap between lines: SEN reform and EHCP growth | £0
    Total | £3,751,933
    - Out-of-county school avoidance falling to DSG: 33.3% of this avoidance (published 70% of this avoidance)
    * A line that several payers share is split after it is rounded, to whole pounds, so that their parts add up to it.
    * Children's services; it pays for the investment.
    "#);
    insta::assert_snapshot!(told("", What::Avoidance(None), When::Year(2)), @r#"
    Avoidance, 2020/21 (Sections 6.11, 8.10)
    Local networks and support | £1,798,548
    Independent living and employment | £1,473,293
    Total | £3,271,841
    * Avoidance is growth that does not happen; it frees no money by itself.
    "#);
    insta::assert_snapshot!(told("", What::Investment(None), When::Change(2)), @r#"
    Investment, change in 2020/21 (Sections 6.9, 7.6, 8.9, 9.6)
    2020/21 | £756,401
    Less 2019/20 | −£1,742,142
    Change | −£985,741
    Shown as money out | £985,741
    "#);
    insta::assert_snapshot!(told("", What::Net, When::Year(1)), @r#"
    Net, 2019/20 (Sections 6.9, 7.6, 8.9, 9.6, 6.11, 8.10)
    Savings and avoidance | £4,301,231
    Less investment | −£1,742,142
    Net | £2,559,089
    "#);
    insta::assert_snapshot!(told("", What::Net, When::ToDate(1)), @r#"
    Net, to the end of 2019/20 (Sections 6.9, 7.6, 8.9, 9.6, 6.11, 8.10)
    2018/19 | −£288,068
    2019/20 | £2,559,089
    Total | £2,271,021
    "#);
    insta::assert_snapshot!(told("", What::Savings(Some(1)), When::Year(2)), @r#"
    Digital technology: savings, 2020/21 ()
    Total | £0
    * The case has no such line.
    "#);
}

#[test]
fn paybacks_and_the_appraisal_go_year_by_year() {
    insta::assert_snapshot!(told("", What::Payback, When::AllYears), @r#"
    Payback, all benefits (Sections 6.9, 7.6, 8.9, 9.6, 6.11, 8.10)
    2018/19 | £225,746 − £513,814 = −£288,068 | −£288,068 to date
    2019/20 | £4,301,231 − £1,742,142 = £2,559,089 | £2,271,021 to date
    2020/21 | £5,011,826 − £756,401 = £4,255,425 | £6,526,446 to date
    2021/22 | £5,369,810 − £0 = £5,369,810 | £11,896,256 to date
    2022/23 | £5,742,626 − £0 = £5,742,626 | £17,638,882 to date
    Point of payback | 1 + £288,068 ÷ £2,559,089 | 1.1 years from the start of 2018/19
    Payback | 2019/20
    * Payback is in the first year from which net to date is at or above nought and stays there.
    "#);
    insta::assert_snapshot!(told("", What::PaybackOfPayer(1), When::AllYears), @r#"
    Payback, Dedicated Schools Grant against the whole investment (Sections 6.9, 7.6, 8.9, 9.6, 6.11, 8.10)
    2018/19 | £145,746 − £513,814 = −£368,068 | −£368,068 to date
    2019/20 | £383,914 − £1,742,142 = −£1,358,228 | −£1,726,296 to date
    2020/21 | £633,293 − £756,401 = −£123,108 | −£1,849,404 to date
    2021/22 | £703,293 − £0 = £703,293 | −£1,146,111 to date
    2022/23 | £773,293 − £0 = £773,293 | −£372,818 to date
    Missing at the end of 2022/23 | £372,818 short
    Payback | not within 5 years
    * Payback is in the first year from which net to date is at or above nought and stays there.
    * Ring-fenced: it cannot repay the council.
    "#);
    insta::assert_snapshot!(told("&adoption-breakdowns=10", What::Payback, When::AllYears), @r#"
    Payback, all benefits (Sections 6.9, 7.6, 8.9, 9.6, 6.11, 8.10)
    2018/19 | £945,746 − £513,814 = £431,932 | £431,932 to date
    2019/20 | £5,741,231 − £1,742,142 = £3,999,089 | £4,431,021 to date
    2020/21 | £7,171,826 − £756,401 = £6,415,425 | £10,846,446 to date
    2021/22 | £8,249,810 − £0 = £8,249,810 | £19,096,256 to date
    2022/23 | £9,342,626 − £0 = £9,342,626 | £28,438,882 to date
    Point of payback | Nothing is owed at any year's end | 0.0 years from the start of 2018/19
    Payback | 2018/19
    - Adoption breakdowns prevented: 10 more avoided each year (published 1 more avoided each year)
    * Payback is in the first year from which net to date is at or above nought and stays there.
    "#);
    insta::assert_snapshot!(told("&discount-rate=5", What::NetPresentValue, When::AllYears), @r#"
    Net present value (Sections 6.9, 7.6, 8.9, 9.6, 6.11, 8.10)
    2018/19 | −£288,068 | −£288,068
    2019/20 | £2,559,089 ÷ 1.05 | £2,437,227.61…
    2020/21 | £4,255,425 ÷ 1.05² | £3,859,795.91…
    2021/22 | £5,369,810 ÷ 1.05³ | £4,638,643.77…
    2022/23 | £5,742,626 ÷ 1.05⁴ | £4,724,472.62…
    Net present value | £15,372,071.93… | £15,372,072
    - Discount rate: 5% a year (published 3.5% a year)
    * Each year after 2018/19 is divided by 1.05 once more.
    * Where pence end in …, more digits follow; the sum is done with all of them.
    "#);
    insta::assert_snapshot!(told("", What::BenefitCostRatio, When::AllYears), @r#"
    Benefit-cost ratio (Sections 6.9, 7.6, 8.9, 9.6, 6.11, 8.10)
    Savings and avoidance at present value | £225,746 + £4,301,231 ÷ 1.035 + £5,011,826 ÷ 1.035² + £5,369,810 ÷ 1.035³ + £5,742,626 ÷ 1.035⁴ | £18,907,745.69…
    Investment at present value | £513,814 + £1,742,142 ÷ 1.035 + £756,401 ÷ 1.035² + £0 ÷ 1.035³ + £0 ÷ 1.035⁴ | £2,903,151.41…
    Benefit-cost ratio | £18,907,745.69… ÷ £2,903,151.41… | 6.51
    * Each year after 2018/19 is divided by 1.035 once more.
    * Where pence end in …, more digits follow; the sum is done with all of them.
    "#);
}

#[test]
fn an_input_comes_with_its_source_and_its_published_value() {
    let target = Target {
        what: line("transport-in-county"),
        when: When::Year(1),
    };
    let scenario = scenario(&format!("{CASE}&in-county-journeys=15"));
    let words = explanation(&model(), &scenario, target, false);
    let inputs = words.inputs.iter().map(|input| {
        let published = input.published.as_deref().unwrap_or("as published");
        format!(
            "{}: {} = {} ({published}; {}; {})",
            input.id, input.label, input.value, input.source, input.status
        )
    });
    insta::assert_snapshot!(inputs.collect::<Vec<_>>().join("\n"), @r#"
    in-county-journeys: In-county school journeys removed = 15% of in-county journeys (10% of in-county journeys; Section 6.11; Printed in the paper)
    in-county-cost: Cost of in-county SEN transport = £12,310,947 a year (as published; Section 6.7; Printed in the paper)
    benefit-delay: All benefits arrive late by = 0 months (as published; Not in the paper; Not in the paper; the default leaves the published figures unchanged)
    benefit-delivery: Benefits delivered = 100% of every benefit (as published; Not in the paper; Not in the paper; the default leaves the published figures unchanged)
    programme-delay: Whole programme late by = 0 months (as published; Not in the paper; Not in the paper; the default leaves the published figures unchanged)
    local-networks-delay: Local networks benefits late by = 0 months (as published; Not in the paper; Not in the paper; the default leaves the published figures unchanged)
    first-year-part: Part of the first year that counts = 100% of the first year (as published; Not in the paper; Not in the paper; the default leaves the published figures unchanged)
    inflation: Inflation = 0% a year (as published; Green Book; Not in the paper; the default leaves the published figures unchanged)
    delivery-transport-in-county: Delivered: SEN transport, in county = 100% of the line (as published; Not in the paper; Not in the paper; the default leaves the published figures unchanged)
    grade-transport-in-county: Evidence: SEN transport, in county = 0 grade (as published; Not in the paper; Not in the paper; the default leaves the published figures unchanged)
    "#);
}
