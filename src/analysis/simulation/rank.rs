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

/// Up to so many draws an input's ranks are counted. Those that are expected of its draws
/// stand for them above: there the correlation is off by some thousandths at most, and
/// nothing need be sorted. Of a hundred draws it would be off by up to a twentieth.
const FEW: usize = 5_000;

/// The rank of each of an input's draws among all, from nought to one; draws that tie
/// share the middle of their ranks.
fn found(input: &Input, draws: usize) -> Vec<f64> {
    #[expect(clippy::cast_possible_truncation, reason = "a few thousand at most")]
    let values = (0..draws as u32).map(|draw| input.value(draw));
    let mut sorted: Vec<(f64, usize)> = values.zip(0..).collect();
    sorted.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    let mut ranks = vec![0.0; draws];
    for tied in sorted.chunk_by(|one, other| one.0 == other.0) {
        let before = sorted.partition_point(|other| other.0 < tied[0].0);
        let middle = (2 * before + tied.len()) as f64 / (2 * draws) as f64;
        for (_, draw) in tied {
            ranks[*draw] = middle;
        }
    }
    ranks
}

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
        if self.centred.len() <= FEW {
            self.correlation_with(&found(input, self.centred.len()))
        } else {
            self.correlation_by(|draw| input.rank(draw))
        }
    }

    fn correlation_with(&self, ranks: &[f64]) -> f64 {
        self.correlation_by(|draw| ranks.get(draw as usize).copied().unwrap_or(0.5))
    }

    #[inline]
    fn correlation_by(&self, rank_of: impl Fn(u32) -> f64) -> f64 {
        // Several sums side by side: one would wait for itself at every draw.
        let mut sums = [[0.0; 4]; 3];
        for (chunk, nets) in self.centred.chunks(4).enumerate() {
            for (lane, net) in nets.iter().enumerate() {
                #[expect(clippy::cast_possible_truncation, reason = "a million at most")]
                let draw = (4 * chunk + lane) as u32;
                // Less a half, so that little is lost in the differences below.
                let rank = rank_of(draw) - 0.5;
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
