use super::super::dynamic::optional;
use leptos::prelude::*;
use offprint_core::query::{Filter, Years};

use super::histogram::Histogram;
use super::option::FilterOption;
use super::year_range::YearRange;
use crate::state::{State, use_state};
use crate::words;

const NO_YEAR: Filter = Filter::Years(Years::Unknown);

/// The years: a histogram, a range to type, and entries without a year.
#[component]
pub fn YearGroup() -> impl IntoView {
    let State { listing, .. } = use_state();
    let years =
        Memo::new(move |_| listing.with_list(|list| (list.histogram().bars().to_vec(), list.without_year() > 0)));
    optional(move || {
        let (bars, has_unknown) = years.get();
        let ends = bars.first().map(|bar| bar.from).zip(bars.last().map(|bar| bar.to));
        (ends.is_some() || has_unknown).then(|| {
            view! {
                <fieldset class="group" part="group">
                    <legend>{words::YEAR}</legend>
                    {ends.map(|(first, last)| view! {
                        <Histogram bars=bars/>
                        <YearRange first=first last=last/>
                    })}
                    {has_unknown.then(|| view! { <NoYear/> })}
                </fieldset>
            }
        })
    })
}

/// A checkbox for entries without a year.
#[component]
fn NoYear() -> impl IntoView {
    let State { listing, navigation, .. } = use_state();
    let count = Signal::derive(move || listing.answer.with(|answered| answered.answer.counts.without_year));
    let chosen = Signal::derive(move || listing.filters.with(|query| NO_YEAR.is_in(query)));
    let toggle = move || navigation.change(|query| NO_YEAR.toggle(query));
    view! { <FilterOption label=words::NO_YEAR.to_owned() count=count chosen=chosen toggle=toggle/> }
}
