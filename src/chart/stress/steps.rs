//! The few shades that cells of a grid are drawn in, and what each of them stands for.

use super::axis::{Unit, round_amounts};
use super::heat::HeatValues;
use super::{Area, placeable};

/// One of the shades.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shade {
    /// Whether it is of what does not pay: net below nought, or no payback in time.
    /// Such cells are of another colour, and hatched.
    pub fails: bool,
    /// How strong it is: 1 to [`Shade::STRONGEST`].
    pub strength: usize,
}

impl Shade {
    /// How many shades a colour has.
    pub const STRONGEST: usize = 5;

    /// The shade in place `at` of so many, all that there are spread over their strengths.
    fn spread(fails: bool, at: usize, of: usize) -> Shade {
        let strengths: &[usize] = match of {
            0 | 1 => &[3],
            2 => &[2, 4],
            3 => &[1, 3, 5],
            4 => &[1, 2, 4, 5],
            _ => &[1, 2, 3, 4, 5],
        };
        Shade {
            fails,
            strength: strengths.get(at).copied().unwrap_or(Shade::STRONGEST),
        }
    }
}

/// A shade with what it stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatStep {
    /// The shade.
    pub shade: Shade,
    /// What it stands for, for the legend: `£5m to £10m`, `2020/21`.
    pub label: String,
    /// The cells drawn in it.
    pub cells: Vec<Area>,
}

/// The most steps there are in one picture.
const MOST: usize = 6;

/// The steps some values fall into, without cells yet, and the step of each value.
pub(super) fn steps(values: &HeatValues) -> (Vec<HeatStep>, Vec<usize>) {
    let (all, of_each) = match values {
        HeatValues::Amounts(amounts) => by_amount(amounts),
        HeatValues::Ordered {
            names,
            last_fails,
            cells,
        } => by_order(names, *last_fails, cells),
    };
    // A step that no cell falls into is not worth its place in the legend.
    let mut kept = Vec::new();
    let mut now_at = Vec::with_capacity(all.len());
    for (place, (shade, label)) in all.into_iter().enumerate() {
        now_at.push(kept.len());
        if of_each.contains(&place) {
            kept.push(HeatStep {
                shade,
                label,
                cells: Vec::new(),
            });
        }
    }
    let of_each = of_each.into_iter().map(|place| now_at[place]).collect();
    (kept, of_each)
}

/// Even steps of round amounts, of which nought is a border wherever it is in range.
fn by_amount(amounts: &[f64]) -> (Vec<(Shade, String)>, Vec<usize>) {
    let extent = Unit::Money.extent(amounts.iter().map(|amount| placeable(*amount)));
    let mut wanted = 6.0;
    let (step, first, last) = loop {
        let (step, _) = round_amounts(extent.0, extent.1, wanted);
        let first = (extent.0 / step).floor();
        let last = ((extent.1 / step).ceil() - 1.0).max(first);
        let (below, above) = ((-first).max(0.0), (last + 1.0).max(0.0));
        let strongest = super::count(Shade::STRONGEST);
        let few = last - first < super::count(MOST)
            && below.min(last - first + 1.0) <= strongest
            && above.min(last - first + 1.0) <= strongest;
        if few || wanted <= 1.0 {
            break (step, first, last);
        }
        wanted -= 0.5;
    };
    let whole = |at: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "nought to six"
        )]
        let place = at.clamp(0.0, 6.0) as usize;
        place
    };
    let fails = |at: f64| at < 0.0;
    let number = whole(last - first + 1.0);
    let below = whole((-first).min(last - first + 1.0));
    let above = number - below;
    let steps = (0..number).map(|place| {
        let at = first + super::count(place);
        let shade = if fails(at) {
            // The further below nought, the stronger.
            Shade::spread(true, below - 1 - place, below)
        } else {
            Shade::spread(false, place - below, above)
        };
        let label = |at: f64| Unit::Money.label(at * step, step);
        (shade, format!("{} to {}", label(at), label(at + 1.0)))
    });
    let of_each = amounts.iter().map(|amount| {
        let at = (placeable(*amount) / step).floor().min(last);
        whole(at - first)
    });
    (steps.collect(), of_each.collect())
}

/// The categories that occur, the best one strongest; neighbours share a step where there
/// are too many.
fn by_order(
    names: &[String],
    last_fails: bool,
    cells: &[usize],
) -> (Vec<(Shade, String)>, Vec<usize>) {
    let failing = names.len().saturating_sub(1);
    let fails = |category: usize| last_fails && category >= failing;
    let mut occurring: Vec<usize> = cells.iter().copied().filter(|one| !fails(*one)).collect();
    occurring.sort_unstable();
    occurring.dedup();
    let together = occurring.len().div_ceil(Shade::STRONGEST).max(1);
    let groups: Vec<&[usize]> = occurring.chunks(together).collect();
    let name = |category: usize| names.get(category).map_or("", String::as_str);
    let mut steps: Vec<(Shade, String)> = Vec::with_capacity(groups.len() + 1);
    for (place, group) in groups.iter().enumerate() {
        let (from, to) = (group.first().copied(), group.last().copied());
        let label = match (from, to) {
            (Some(from), Some(to)) if from != to => format!("{} to {}", name(from), name(to)),
            (Some(from), _) => name(from).to_owned(),
            _ => String::new(),
        };
        let at = groups.len() - 1 - place;
        steps.push((Shade::spread(false, at, groups.len()), label));
    }
    let failed = steps.len();
    steps.push((Shade::spread(true, 0, 1), name(failing).to_owned()));
    let of_each = cells.iter().map(|category| {
        if fails(*category) {
            return failed;
        }
        let found = groups.iter().position(|group| group.contains(category));
        found.unwrap_or(failed)
    });
    (steps, of_each.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(values: &HeatValues) -> Vec<(String, bool, usize)> {
        let step = |step: HeatStep| (step.label, step.shade.fails, step.shade.strength);
        steps(values).0.into_iter().map(step).collect()
    }

    #[test]
    fn nought_is_a_border_and_the_strength_grows_from_it() {
        let amounts = vec![-3.2e6, -0.1e6, 0.0, 4e6, 9.9e6, 17.6e6];
        let found = labels(&HeatValues::Amounts(amounts));
        let said: Vec<(&str, bool, usize)> = found
            .iter()
            .map(|(label, fails, at)| (label.as_str(), *fails, *at))
            .collect();
        assert_eq!(
            said,
            [
                ("−£5m to £0", true, 3),
                ("£0 to £5m", false, 1),
                ("£5m to £10m", false, 2),
                ("£15m to £20m", false, 5),
            ]
        );
    }

    #[test]
    fn there_are_never_more_than_six_steps_nor_five_of_a_colour() {
        for (low, high) in [
            (0.0, 0.0),
            (1.0, 61.0),
            (12e6, 17.9e6),
            (-60.0, -1.0),
            (-1e14, 1e14),
            (-1.0, 59e6),
            (f64::NEG_INFINITY, f64::NAN),
        ] {
            let amounts: Vec<f64> = (0..=40)
                .map(|at| low + (high - low) * f64::from(at) / 40.0)
                .collect();
            let found = labels(&HeatValues::Amounts(amounts));
            assert!(
                (1..=MOST).contains(&found.len()),
                "{low} to {high}: {found:?}"
            );
            let mut shades: Vec<(bool, usize)> =
                found.iter().map(|(_, fails, at)| (*fails, *at)).collect();
            shades.sort_unstable();
            shades.dedup();
            assert_eq!(shades.len(), found.len(), "a shade each: {found:?}");
        }
    }

    #[test]
    fn years_that_do_not_occur_have_no_step_and_many_share_them() {
        let names: Vec<String> = (1..=9)
            .map(|year| format!("year {year}"))
            .chain(["not within".to_owned()])
            .collect();
        let few = HeatValues::Ordered {
            names: names.clone(),
            last_fails: true,
            cells: vec![2, 1, 9, 2],
        };
        assert_eq!(
            labels(&few),
            [
                ("year 2".to_owned(), false, 4),
                ("year 3".to_owned(), false, 2),
                ("not within".to_owned(), true, 3),
            ]
        );
        let many = HeatValues::Ordered {
            names,
            last_fails: true,
            cells: (0..9).collect(),
        };
        let found = labels(&many);
        assert_eq!(found.len(), 5);
        assert_eq!(found[0].0, "year 1 to year 2");
        assert_eq!(found[4].0, "year 9");
    }
}
