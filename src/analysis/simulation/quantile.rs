//! From a draw between nought and one to a value between low and high.
//!
//! The values below which a distribution leaves each of 1,024 equal parts of the draws are
//! worked out once; between two of them the value goes in a straight line. Those lines
//! *are* the distribution that is drawn from: they follow PERT or the triangle so closely
//! that a million draws tell no difference in a mean, and a draw costs a look into a table.
//!
//! Exponentials and logarithms come from the crate `libm`: those of the standard library
//! are the platform's own and differ between a browser and a native program in last digits.

use super::super::Shape;
use super::random::BITS;

/// Into how many equal parts the draws are cut; a power of two.
const PARTS: usize = 1 << PART_BITS;
const PART_BITS: u32 = 10;

/// Nodes of the integration of PERT's density: two steps to one of the table's size.
const NODES: usize = 2 * PARTS + 1;

/// The quantile function of one distribution.
#[derive(Debug, Clone)]
pub(super) struct Quantile(Box<[f64; PARTS + 1]>);

/// What every PERT distribution's integration shares: places between nought and one and
/// their logarithms.
#[derive(Debug)]
pub(super) struct Nodes {
    place: Vec<f64>,
    /// Logarithms of the places. The places lie evenly about a half, so those of one less
    /// the places are the same backwards.
    log: Vec<f64>,
    /// How fast the places go by.
    speed: Vec<f64>,
}

impl Nodes {
    /// The places lie closer towards both ends, `t = s²(3 − 2s)` of evenly spaced `s`,
    /// where a density may rise like a root and a straight rule would stumble.
    pub fn new() -> Nodes {
        let mut nodes = Nodes {
            place: Vec::with_capacity(NODES),
            log: Vec::with_capacity(NODES),
            speed: Vec::with_capacity(NODES),
        };
        for node in 0..NODES {
            let s = ratio(node, NODES - 1);
            let place = s * s * (3.0 - 2.0 * s);
            nodes.place.push(place);
            nodes.log.push(libm::log(place));
            nodes.speed.push(6.0 * s * (1.0 - s));
        }
        nodes
    }
}

impl Quantile {
    /// The distribution of a shape from low to high, both finite and low below high, with
    /// a most likely value that lies between.
    pub fn new(shape: Shape, low: f64, likely: f64, high: f64, nodes: &Nodes) -> Quantile {
        let mode = (likely - low) / (high - low);
        let mut table = match shape {
            Shape::Pert => pert(mode, nodes),
            Shape::Triangular => Box::new(std::array::from_fn(|part| {
                triangular(mode, ratio(part, PARTS))
            })),
        };
        for value in &mut *table {
            *value = (low + (high - low) * *value).max(low).min(high);
        }
        // Whatever the arithmetic left, the ends are the ends.
        table[0] = low;
        table[PARTS] = high;
        Quantile(table)
    }

    /// The value of a draw, from low to high.
    #[inline]
    pub fn value(&self, bits: u64) -> f64 {
        const REST: u32 = BITS - PART_BITS;
        const SCALE: f64 = 1.0 / (1_u64 << REST) as f64;
        let part = (bits >> REST) as usize & (PARTS - 1);
        #[expect(clippy::cast_precision_loss, reason = "42 bits are held exactly")]
        let rest = (bits & ((1 << REST) - 1)) as f64;
        let (from, to) = (self.0[part], self.0[part + 1]);
        from + (to - from) * ((rest + 0.5) * SCALE)
    }

    /// The share of the draws whose value is below this one: [`Quantile::value`] backwards.
    pub fn share_below(&self, value: f64) -> f64 {
        let part = self.0.partition_point(|&reached| reached < value);
        let Some(before) = part.checked_sub(1) else {
            return 0.0;
        };
        if part > PARTS {
            return 1.0;
        }
        let (from, to) = (self.0[before], self.0[part]);
        (index(before) + (value - from) / (to - from)) / index(PARTS)
    }
}

/// The triangular distribution from nought to one, in closed form.
fn triangular(mode: f64, share: f64) -> f64 {
    if share < mode {
        (share * mode).sqrt()
    } else {
        1.0 - ((1.0 - share) * (1.0 - mode)).sqrt()
    }
}

/// The PERT distribution from nought to one: a beta distribution with α = 1 + 4 × mode and
/// β = 1 + 4 × (1 − mode), its density summed by Simpson's rule and read backwards.
fn pert(mode: f64, nodes: &Nodes) -> Box<[f64; PARTS + 1]> {
    let (rise, fall) = (4.0 * mode, 4.0 * (1.0 - mode));
    let density = |node: usize| {
        // At an end where the power is nought the density is not: nought to the nought.
        let power = |exponent: f64, log: f64| if exponent == 0.0 { 0.0 } else { exponent * log };
        let log = power(rise, nodes.log[node]) + power(fall, nodes.log[NODES - 1 - node]);
        libm::exp(log) * nodes.speed[node]
    };
    // The share below every second node, not yet out of one.
    let mut below = Vec::with_capacity(PARTS + 1);
    let (mut sum, mut from) = (0.0, density(0));
    below.push(sum);
    for step in 0..PARTS {
        let to = density(2 * step + 2);
        sum += from + 4.0 * density(2 * step + 1) + to;
        below.push(sum);
        from = to;
    }
    let mut table = Box::new([1.0; PARTS + 1]);
    let mut step = 0;
    for (part, value) in table.iter_mut().enumerate().take(PARTS) {
        let wanted = sum * ratio(part, PARTS);
        while step + 1 < PARTS && below[step + 1] <= wanted {
            step += 1;
        }
        let (low, high) = (below[step], below[step + 1]);
        let (from, to) = (nodes.place[2 * step], nodes.place[2 * step + 2]);
        *value = from + (to - from) * (wanted - low) / (high - low);
    }
    table
}

fn ratio(part: usize, of: usize) -> f64 {
    index(part) / index(of)
}

#[expect(clippy::cast_precision_loss, reason = "a few thousand at most")]
fn index(at: usize) -> f64 {
    at as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantile(shape: Shape, likely: f64) -> Quantile {
        Quantile::new(shape, 0.0, likely, 1.0, &Nodes::new())
    }

    /// The mean and the variance of the lines themselves.
    fn moments(of: &Quantile) -> (f64, f64) {
        let lines = of.0.windows(2);
        let (mut first, mut second) = (0.0, 0.0);
        for line in lines {
            first += (line[0] + line[1]) / 2.0;
            second += (line[0] * line[0] + line[0] * line[1] + line[1] * line[1]) / 3.0;
        }
        let mean = first / 1024.0;
        (mean, second / 1024.0 - mean * mean)
    }

    #[test]
    fn means_and_variances_are_those_of_the_books() {
        for likely in [0.0, 0.003, 0.1, 0.25, 0.5, 0.77, 0.96, 1.0] {
            let (mean, variance) = moments(&quantile(Shape::Pert, likely));
            let expected = (1.0 + 4.0 * likely) / 6.0;
            assert!((mean - expected).abs() < 1.5e-4, "{likely}: {mean}");
            let expected = expected * (1.0 - expected) / 7.0;
            assert!((variance - expected).abs() < 1.5e-4, "{likely}: {variance}");

            let (mean, variance) = moments(&quantile(Shape::Triangular, likely));
            let expected = (1.0 + likely) / 3.0;
            assert!((mean - expected).abs() < 2e-5, "{likely}: {mean}");
            let expected = (1.0 - likely + likely * likely) / 18.0;
            assert!((variance - expected).abs() < 2e-5, "{likely}: {variance}");
        }
    }

    #[test]
    fn pert_in_closed_form_where_there_is_one() {
        // With the most likely value at an end the powers are whole: F = 1 − (1 − t)⁵.
        let at_low = quantile(Shape::Pert, 0.0);
        for part in 1..PARTS {
            let share = ratio(part, PARTS);
            let exact = 1.0 - (1.0 - share).powf(0.2);
            assert!((at_low.0[part] - exact).abs() < 1e-5, "{part}");
        }
        // In the middle it is even: half of all below a half.
        let middle = quantile(Shape::Pert, 0.5);
        for part in 0..=PARTS {
            let other = 1.0 - middle.0[PARTS - part];
            assert!((middle.0[part] - other).abs() < 1e-9, "{part}");
        }
        // F(1/4) of β(3, 3) is 10t³ − 15t⁴ + 6t⁵.
        assert!((middle.share_below(0.25) - 0.103_515_625).abs() < 1e-6);
    }

    #[test]
    fn values_rise_and_never_leave_low_to_high() {
        let nodes = Nodes::new();
        let most = (1 << BITS) - 1;
        for (low, high) in [
            (0.1, 0.3),
            (-50.0, 200.0),
            (1e9 + 0.1, 1e9 + 0.3),
            (0.0, 1e-9),
        ] {
            for (shape, part) in [
                (Shape::Pert, 0.0),
                (Shape::Triangular, 0.9),
                (Shape::Pert, 0.4),
            ] {
                let likely = f64::min(low + (high - low) * part, high);
                let quantile = Quantile::new(shape, low, likely, high, &nodes);
                let mut before = low;
                for bits in (0..=most).step_by(most as usize / 5_000).chain([most]) {
                    let value = quantile.value(bits);
                    assert!(
                        value >= before && value <= high,
                        "{value} of {low} to {high}"
                    );
                    before = value;
                }
            }
        }
    }

    #[test]
    fn a_share_is_the_draw_it_came_from() {
        let quantile = quantile(Shape::Pert, 0.3);
        for bits in (0..1 << BITS).step_by(1 << 43) {
            let share = super::super::random::between_nought_and_one(bits);
            let back = quantile.share_below(quantile.value(bits));
            assert!((back - share).abs() < 1e-9, "{share}: {back}");
        }
        assert_eq!(quantile.share_below(-1.0), 0.0);
        assert_eq!(quantile.share_below(2.0), 1.0);
    }
}
