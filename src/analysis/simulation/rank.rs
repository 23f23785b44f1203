//! How far an assumption's draws go together with net: Spearman's rank correlation.

use super::input::Input;
use super::tally::Column;

/// The rank of every draw's net among all, less the middle rank.
#[derive(Debug, Clone, Default)]
pub(super) struct Ranks {
    centred: Vec<f64>,
    /// The squares added up.
    squares: f64,
}

/// Nets are put into so many classes from the least to the greatest, and those of one
/// class tie. With classes this fine that moves no correlation by as much as a thousandth,
/// and ranking takes three passes instead of a sort.
const CLASSES: usize = 1 << 16;

impl Ranks {
    /// Ranks the nets of all draws; draws that tie share the middle of their ranks.
    pub fn of(nets: &Column) -> Ranks {
        let least = nets.iter().copied().fold(f64::INFINITY, f64::min);
        let most = nets.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let scale = if most > least {
            (CLASSES - 1) as f64 / (most - least)
        } else {
            0.0
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "from nought to the number of classes"
        )]
        let class = |net: f64| ((net - least) * scale) as usize;
        let mut count = vec![0_u32; CLASSES];
        for &net in nets {
            count[class(net)] += 1;
        }
        // The middle rank of each class, from nought up.
        let mut below = 0.0;
        let middle: Vec<f64> = count
            .iter()
            .map(|&count| {
                let count = f64::from(count);
                let middle = below + (count - 1.0) / 2.0;
                below += count;
                middle
            })
            .collect();
        let centre = (below - 1.0) / 2.0;
        let mut ranks = Ranks::default();
        ranks.centred.reserve_exact(nets.len());
        for &net in nets {
            let rank = middle[class(net)] - centre;
            ranks.squares += rank * rank;
            ranks.centred.push(rank);
        }
        ranks
    }

    /// The correlation of one input's ranks with those of net, from −1 to 1; nought where
    /// one of them never moves.
    pub fn correlation(&self, input: &Input) -> f64 {
        // Several sums side by side: one would wait for itself at every draw.
        let mut sums = [[0.0; 4]; 3];
        for (chunk, nets) in self.centred.chunks(4).enumerate() {
            for (lane, net) in nets.iter().enumerate() {
                #[expect(clippy::cast_possible_truncation, reason = "a million at most")]
                let draw = (4 * chunk + lane) as u32;
                // Less a half, so that little is lost in the differences below.
                let rank = input.rank(draw) - 0.5;
                sums[0][lane] += rank;
                sums[1][lane] += rank * rank;
                sums[2][lane] += rank * net;
            }
        }
        let [sum, squares, together] = sums.map(|parts| parts.iter().sum::<f64>());
        let spread = squares - sum * sum / self.centred.len() as f64;
        let size = (spread * self.squares).sqrt();
        if size > 0.0 {
            (together / size).clamp(-1.0, 1.0)
        } else {
            0.0
        }
    }
}
