//! x
use calamine::{Reader, Xlsx};
use std::io::Cursor;
use wasm_bindgen::prelude::*;
/// w
#[wasm_bindgen]
pub fn write() -> Vec<u8> {
    let mut w = rust_xlsxwriter::Workbook::new();
    let p = rust_xlsxwriter::DocProperties::new()
        .set_creation_datetime(&rust_xlsxwriter::ExcelDateTime::from_ymd(2020, 1, 1).unwrap());
    w.set_properties(&p);
    let s = w.add_worksheet();
    s.write_formula(0, 0, rust_xlsxwriter::Formula::new("=1+1").set_result("2"))
        .unwrap();
    s.add_table(1, 0, 4, 2, &rust_xlsxwriter::Table::new())
        .unwrap();
    w.define_name("abc", "=Sheet1!$A$1").unwrap();
    w.save_to_buffer().unwrap()
}
/// r
#[wasm_bindgen]
pub fn read(b: &[u8]) -> String {
    let mut x: Xlsx<_> = Xlsx::new(Cursor::new(b)).unwrap();
    let n = x.sheet_names();
    let mut out = String::new();
    let mut r = x.worksheet_cells_reader(&n[0]).unwrap();
    while let Ok(Some(c)) = r.next_cell() {
        out.push_str(&format!("{:?}", c));
    }
    out
}
fn main() {}
