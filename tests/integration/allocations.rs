//! A run takes no memory: an analysis makes hundreds of thousands of them.

use allocation_counter::measure;
use send_modeller::model::Scenario;

use crate::library;

#[test]
fn a_run_allocates_nothing() {
    for model in library().iter() {
        let values = model.values(&Scenario::published());
        let mut outcome = model.outcome();
        let taken = measure(|| (0..100).for_each(|_| model.run(&values, &mut outcome)));
        assert_eq!(taken.count_total, 0, "{}", model.case().id);
        assert_eq!(outcome, model.evaluate(&Scenario::published()));
    }
    // What counts does count.
    assert_ne!(measure(|| drop(Box::new(1))).count_total, 0);
}
