//! Formulas that know what they come to: each is built together with its value, so that a
//! reader that does not recalculate shows the same figures, and a test can hold every cell
//! against the engine.

use crate::case::Decimal;
use crate::model::Pounds;

/// A piece of a formula, as it is written in a cell, and its value. Only functions that
/// Excel 2010 and LibreOffice Calc 7 both know are used.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Term {
    text: String,
    /// What it comes to.
    pub value: f64,
    binds: Binds,
}

/// How strongly a piece holds together, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binds {
    Sum,
    Product,
    Power,
    Whole,
}

/// Something that is so or not, as the first part of an `IF`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Condition {
    pub text: String,
    pub holds: bool,
}

impl Term {
    /// A number that stands in the formula itself.
    pub fn number(value: f64) -> Term {
        Term {
            text: Decimal(value).to_string(),
            value,
            binds: if value < 0.0 {
                Binds::Sum
            } else {
                Binds::Whole
            },
        }
    }

    /// A whole number that stands in the formula itself.
    #[expect(clippy::cast_precision_loss, reason = "a count of years or a divisor")]
    pub fn count(count: usize) -> Term {
        Term::number(count as f64)
    }

    /// A cell or a name, and what is in it.
    pub fn cell(address: impl Into<String>, value: f64) -> Term {
        Term::whole(address.into(), value)
    }

    fn whole(text: String, value: f64) -> Term {
        Term {
            text,
            value,
            binds: Binds::Whole,
        }
    }

    /// The formula, without its equals sign.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// In brackets where it would not hold together beside an operator that binds so.
    fn beside(&self, binds: Binds) -> String {
        if self.binds < binds {
            format!("({})", self.text)
        } else {
            self.text.clone()
        }
    }

    /// `a+b`
    pub fn plus(&self, other: &Term) -> Term {
        Term {
            text: format!("{}+{}", self.text, other.text),
            value: self.value + other.value,
            binds: Binds::Sum,
        }
    }

    /// `a-b`
    pub fn minus(&self, other: &Term) -> Term {
        Term {
            text: format!("{}-{}", self.text, other.beside(Binds::Product)),
            value: self.value - other.value,
            binds: Binds::Sum,
        }
    }

    /// `a*b`
    pub fn times(&self, other: &Term) -> Term {
        Term {
            text: format!(
                "{}*{}",
                self.beside(Binds::Product),
                // A product in its own brackets is worked out first, as the engine does.
                other.beside(Binds::Power)
            ),
            value: self.value * other.value,
            binds: Binds::Product,
        }
    }

    /// `a/b`
    pub fn over(&self, other: &Term) -> Term {
        Term {
            text: format!(
                "{}/{}",
                self.beside(Binds::Product),
                other.beside(Binds::Power)
            ),
            value: self.value / other.value,
            binds: Binds::Product,
        }
    }

    /// `a*p/100`: so much per cent of it.
    pub fn percent(&self, percent: &Term) -> Term {
        self.times(percent).over(&Term::number(100.0))
    }

    /// `a^n`
    pub fn power(&self, exponent: &Term) -> Term {
        Term {
            text: format!(
                "{}^{}",
                self.beside(Binds::Whole),
                exponent.beside(Binds::Whole)
            ),
            value: libm::pow(self.value, exponent.value),
            binds: Binds::Power,
        }
    }

    /// `-a`
    pub fn negated(&self) -> Term {
        Term {
            text: format!("-{}", self.beside(Binds::Power)),
            value: -self.value,
            binds: Binds::Sum,
        }
    }

    /// Whole pounds, half away from nought; within a ten-millionth of a half counts as the
    /// half, as in [`Pounds::round`]. A plain `ROUND` would be a pound out where a half
    /// lands a few billionths below it.
    pub fn rounded(&self) -> Term {
        Term {
            text: format!("SIGN({0})*INT(ABS({0})+0.5000001)", self.text),
            value: Pounds::round(self.value).as_f64(),
            binds: Binds::Product,
        }
    }

    /// `INT(a)`, of what is not below nought.
    pub fn floor(&self) -> Term {
        Term::whole(format!("INT({})", self.text), self.value.floor())
    }

    /// What is left over of `a` after as many `b` as go into it.
    pub fn modulo(&self, other: &Term) -> Term {
        Term::whole(
            format!("MOD({},{})", self.text, other.text),
            self.value - other.value * (self.value / other.value).floor(),
        )
    }

    /// `MIN(a,b)`
    pub fn at_most(&self, other: &Term) -> Term {
        Term::whole(
            format!("MIN({},{})", self.text, other.text),
            self.value.min(other.value),
        )
    }

    /// `MAX(a,b)`
    pub fn at_least(&self, other: &Term) -> Term {
        Term::whole(
            format!("MAX({},{})", self.text, other.text),
            self.value.max(other.value),
        )
    }

    /// `a>b`
    pub fn above(&self, other: &Term) -> Condition {
        Condition {
            text: format!("{}>{}", self.text, other.text),
            holds: self.value > other.value,
        }
    }

    /// `a>=b`
    pub fn reaches(&self, other: &Term) -> Condition {
        Condition {
            text: format!("{}>={}", self.text, other.text),
            holds: self.value >= other.value,
        }
    }

    /// `IF(c,a,b)`
    pub fn either(condition: &Condition, yes: &Term, no: &Term) -> Term {
        Term::whole(
            format!("IF({},{},{})", condition.text, yes.text, no.text),
            if condition.holds { yes.value } else { no.value },
        )
    }

    /// `IF(which=0,0,CHOOSE(which,…))`: nought for none of them.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a checked whole number from 0"
    )]
    pub fn choose(which: &Term, of: &[Term]) -> Term {
        let texts: Vec<&str> = of.iter().map(Term::text).collect();
        let chosen = (which.value as usize).checked_sub(1);
        Term::whole(
            format!("IF({0}=0,0,CHOOSE({0},{1}))", which.text, texts.join(",")),
            chosen
                .and_then(|place| of.get(place))
                .map_or(0.0, |term| term.value),
        )
    }

    /// A function of a run of cells.
    pub fn of_range(function: &str, range: &str, value: f64) -> Term {
        Term::whole(format!("{function}({range})"), value)
    }

    /// Any other formula, with what it comes to.
    pub fn formula(text: String, value: f64) -> Term {
        Term {
            text,
            value,
            binds: Binds::Sum,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_stand_where_the_order_would_change_and_nowhere_else() {
        let [a, b, c] = ["a", "b", "c"].map(|name| Term::cell(name, 2.0));
        assert_eq!(a.plus(&b).times(&c).text(), "(a+b)*c");
        assert_eq!(a.times(&b).plus(&c).text(), "a*b+c");
        assert_eq!(a.minus(&b.minus(&c)).text(), "a-(b-c)");
        assert_eq!(a.times(&b.times(&c)).text(), "a*(b*c)");
        assert_eq!(a.over(&b.plus(&c)).text(), "a/(b+c)");
        assert_eq!(a.plus(&b).power(&c).text(), "(a+b)^c");
        assert_eq!(a.minus(&b.negated()).text(), "a-(-b)");
        assert_eq!(a.times(&Term::number(-1.0)).text(), "a*(-1)");
    }

    #[test]
    fn rounding_is_the_engines_and_says_so_in_the_formula() {
        let half = Term::cell("C5", -98_359.5).rounded();
        assert_eq!(half.text(), "SIGN(C5)*INT(ABS(C5)+0.5000001)");
        assert_eq!(half.value, -98_360.0);
    }
}
