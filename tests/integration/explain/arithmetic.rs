//! Works out what explanations print, from the print alone.

use send_modeller::export::{ExplanationLine, ExplanationWords};

/// Works out a printed expression; none where it has no number. Words and years
/// (`2019/20`) are passed over; `70% of £100` is a product.
fn worked_out(expression: &str) -> Option<f64> {
    let spaced = expression.replace('(', "( ").replace(')', " )");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut signs = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let next = words.get(place + 1);
        let product =
            *word == "of" && next.is_some_and(|next| next.trim_start_matches('−').starts_with('£'));
        match *word {
            "(" | ")" | "+" | "×" | "÷" => signs.push((*word).to_owned()),
            "−" => signs.push("-".to_owned()),
            _ if product => signs.push("×".to_owned()),
            _ if word.contains('/') => {}
            _ if word.starts_with(|c: char| c.is_ascii_digit() || "£−".contains(c)) => {
                signs.push(number(word).to_string());
            }
            _ => {}
        }
    }
    if signs.is_empty() {
        return None;
    }
    let mut at = 0;
    let value = sum(&signs, &mut at);
    assert_eq!(at, signs.len(), "{expression}");
    Some(value)
}

fn sum(signs: &[String], at: &mut usize) -> f64 {
    let mut value = product(signs, at);
    while let Some(sign @ ("+" | "-")) = signs.get(*at).map(String::as_str) {
        *at += 1;
        let next = product(signs, at);
        value += if sign == "+" { next } else { -next };
    }
    value
}

fn product(signs: &[String], at: &mut usize) -> f64 {
    let mut value = factor(signs, at);
    while let Some(sign @ ("×" | "÷")) = signs.get(*at).map(String::as_str) {
        *at += 1;
        let next = factor(signs, at);
        value = if sign == "×" {
            value * next
        } else {
            value / next
        };
    }
    value
}

fn factor(signs: &[String], at: &mut usize) -> f64 {
    *at += 1;
    if signs[*at - 1] != "(" {
        return signs[*at - 1].parse().unwrap();
    }
    let value = sum(signs, at);
    *at += 1;
    value
}

/// One printed number: `−£1,234.50…`, `23%`, `1.035²`.
fn number(word: &str) -> f64 {
    let digits: String = word
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '.')
        .collect();
    let size: f64 = digits.parse().unwrap();
    let sign = if word.starts_with('−') { -1.0 } else { 1.0 };
    let power = word
        .chars()
        .find_map(|c| "  ²³⁴⁵⁶⁷⁸⁹".chars().position(|p| p == c));
    let size = size.powi(i32::try_from(power.unwrap_or(1)).unwrap());
    let share = if word.contains('%') { 100.0 } else { 1.0 };
    sign * size / share
}

/// The printed numbers of a result, years left out.
pub fn numbers(result: &str) -> Vec<f64> {
    let words = result.split_whitespace();
    words
        .filter(|word| word.contains(|c: char| c.is_ascii_digit()) && !word.contains('/'))
        .map(number)
        .collect()
}

/// How far what is printed may be from what the print comes to.
fn slack(line: &ExplanationLine, result: f64) -> f64 {
    match line.label.as_str() {
        "To whole pounds" | "Net present value" => 0.500_001,
        "Benefit-cost ratio" => 0.006 + result.abs() * 1e-4,
        "Point of payback" => 0.050_001,
        // A payer's share is rounded.
        _ if line.of.is_some() => 0.500_001,
        // Pence that are cut off, up to three times over with the greatest overrun.
        _ if line.expression.contains('…') => 0.05,
        _ if line.result.contains('…') => 0.010_01,
        _ => 1e-6 + result.abs() * 1e-12,
    }
}

/// Every expression comes to the result beside it, and parts to their sum.
pub fn assert_words_add_up(words: &ExplanationWords) {
    let (mut parts, mut to_date) = (Vec::new(), 0.0);
    for line in &words.lines {
        let found = numbers(&line.result).first().copied();
        if line.of.is_some() {
            parts.extend(found);
        }
        if let Some((made, net)) = line.expression.split_once(" = ") {
            let net = worked_out(net).unwrap();
            assert_eq!(worked_out(made), Some(net), "{line:?}");
            to_date += net;
            assert_eq!(found, Some(to_date), "{line:?}");
        } else if let (Some(made), Some(found)) = (worked_out(&line.expression), found) {
            assert!(
                (made - found).abs() <= slack(line, found),
                "{made}: {line:?}"
            );
        }
    }
    if !parts.is_empty() {
        let sums = words.lines.iter().rev();
        let last = sums
            .filter(|line| line.label != "Shown as money out")
            .find_map(|line| numbers(&line.result).pop());
        assert_eq!(last, Some(parts.iter().sum()), "{words:?}");
    }
}

#[test]
fn prints_are_worked_out_as_they_are_read() {
    assert_eq!(
        worked_out("829 extra cases × 23% ÷ 46% published × £2 × 100%"),
        Some(829.0)
    );
    assert_eq!(
        worked_out("(£12.50… × 5 + −£2 × 7) ÷ 12"),
        Some(48.5 / 12.0)
    );
    assert_eq!(
        worked_out("£1,000 × (100% − 12.5%) in 2019/20"),
        Some(875.0)
    );
    assert_eq!(worked_out("70% of £150 − £5 to others"), Some(100.0));
    assert_eq!(worked_out("£4 of pressure + £9 ÷ 1.5²"), Some(8.0));
    assert_eq!(worked_out("as published"), None);
}
