//! Where the parts of a source file are that a mutant is about.

use std::collections::BTreeMap;

use proc_macro2::{LineColumn, Span};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// From where to where, in bytes.
pub type Range = std::ops::Range<usize>;

/// The text of a file, which is asked by lines and columns.
pub struct Text {
    pub source: String,
    lines: Vec<usize>,
}

impl Text {
    pub fn new(source: String) -> Text {
        let breaks = source.match_indices('\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(breaks).collect();
        Text { source, lines }
    }

    /// The byte at a line, counted from one, and a column in letters, from nought.
    pub fn byte(&self, line: usize, column: usize) -> usize {
        let start = self.lines[line - 1];
        let mut letters = self.source[start..].char_indices();
        letters
            .nth(column)
            .map_or(self.source.len(), |(at, _)| start + at)
    }

    fn range(&self, span: Span) -> Range {
        let byte = |at: LineColumn| self.byte(at.line, at.column);
        byte(span.start())..byte(span.end())
    }
}

/// An operator between two operands.
pub struct Binary {
    pub operator: Range,
    pub left: Range,
    pub right: Range,
}

/// An arm of a match.
pub struct Arm {
    pub pattern: Range,
    pub guard: Option<Range>,
}

/// What of a file is looked for, by where it begins: of an operator, where that does.
#[derive(Default)]
pub struct Places {
    pub binary: BTreeMap<usize, Binary>,
    /// The operand of `!` or `-`.
    pub unary: BTreeMap<usize, Range>,
    pub arms: BTreeMap<usize, Arm>,
}

impl Places {
    /// Of all of a file; none where it is no Rust.
    pub fn of(text: &Text) -> syn::Result<Places> {
        let file = syn::parse_file(&text.source)?;
        let mut finder = Finder {
            text,
            places: Places::default(),
        };
        finder.visit_file(&file);
        Ok(finder.places)
    }
}

struct Finder<'a> {
    text: &'a Text,
    places: Places,
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_expr_binary(&mut self, expression: &'ast syn::ExprBinary) {
        visit::visit_expr_binary(self, expression);
        // `if let … && …` is no expression, and cannot be put into another.
        if [&expression.left, &expression.right]
            .into_iter()
            .any(|side| is_chain(side))
        {
            return;
        }
        let operator = self.text.range(expression.op.span());
        let left = self.text.range(expression.left.span());
        let right = self.text.range(expression.right.span());
        self.places.binary.insert(
            operator.start,
            Binary {
                operator,
                left,
                right,
            },
        );
    }

    fn visit_expr_unary(&mut self, expression: &'ast syn::ExprUnary) {
        visit::visit_expr_unary(self, expression);
        let operator = self.text.range(expression.op.span());
        self.places
            .unary
            .insert(operator.start, self.text.range(expression.expr.span()));
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        visit::visit_arm(self, arm);
        let pattern = self.text.range(arm.pat.span());
        let guard = arm
            .guard
            .as_ref()
            .map(|(_, guard)| self.text.range(guard.span()));
        self.places
            .arms
            .insert(self.text.range(arm.span()).start, Arm { pattern, guard });
    }
}

fn is_chain(expression: &syn::Expr) -> bool {
    match expression {
        syn::Expr::Let(_) => true,
        syn::Expr::Binary(both) if matches!(both.op, syn::BinOp::And(_)) => {
            is_chain(&both.left) || is_chain(&both.right)
        }
        _ => false,
    }
}
