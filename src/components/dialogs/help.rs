use leptos::prelude::*;
use offprint_core::fold;
use offprint_core::library::{Choices, Collection};
use offprint_core::query::{Facet, Query};

use super::Modal;
use crate::state::{State, use_state};
use crate::words;

/// Explains what can be typed, with examples that find something in the list at hand.
#[component]
pub fn SearchHelp() -> impl IntoView {
    let State { listing, navigation, preferences, .. } = use_state();
    let rows = untrack(|| listing.with_list(examples));
    let row = move |(example, meaning): (String, &'static str)| {
        let text = example.clone();
        let search = move |_| {
            preferences.dialog.set(None);
            // Under other filters it might find nothing.
            navigation.choose(navigation.query().cleared().with_text(text.clone()));
        };
        view! {
            <div>
                <dt><button type="button" on:click=search><code>{example}</code></button></dt>
                <dd>{meaning}</dd>
            </div>
        }
        .into_any()
    };
    view! {
        <Modal title=words::SEARCH_HELP.to_owned()>
            <p>{words::SEARCH_HELP_INTRODUCTION}</p>
            <dl class="search-help">{rows.into_iter().map(row).collect::<Vec<_>>()}</dl>
        </Modal>
    }
}

/// Returns examples that find something, each with what it finds.
fn examples(list: &dyn Collection) -> Vec<(String, &'static str)> {
    let first = |facet| {
        let options = list.options(facet, &Choices { most: 1, ..Choices::default() });
        options.into_iter().next().map(|option| option.label)
    };
    let title = |entry| list.publication(entry).map(|publication| publication.plain_title()).unwrap_or_default();
    let (own, others) = (long_words(&title(0)), long_words(&title(1)));
    let (one, other) = (own.first(), own.get(1));
    let foreign = others.iter().find(|word| !own.contains(word));
    let phrase = title(0).split(' ').take(2).collect::<Vec<_>>().join(" ");
    let year = list.histogram().bars().last().map(|bar| bar.to);
    let mut rows = vec![(format!("\"{phrase}\""), words::HELP_PHRASE)];
    if let Some((one, other)) = one.zip(other) {
        rows.push((format!("{one} {other}"), words::HELP_ALL));
    }
    if let Some((one, foreign)) = one.zip(foreign) {
        rows.push((format!("{one} -{foreign}"), words::HELP_NOT));
        rows.push((format!("{one} OR {foreign}"), words::HELP_OR));
    }
    if let Some(one) = one {
        rows.push((format!("title:{one}"), words::HELP_FIELD));
    }
    if let Some(name) = first(Facet::Author) {
        rows.push((format!("author:{}", name.rsplit(' ').next().unwrap_or_default()), words::HELP_AUTHOR));
    }
    if let Some(venue) = first(Facet::Venue) {
        rows.push((format!("venue:\"{venue}\""), words::HELP_VENUE));
    }
    if let Some(year) = year {
        rows.push((format!("year:{}-{year}", year - 4), words::HELP_YEAR));
    }
    rows.retain(|(example, _)| list.answer(&Query::default().with_text(example.clone())).total > 0);
    rows
}

/// Returns the words of a title that are long enough to say something.
fn long_words(title: &str) -> Vec<String> {
    let mut words = String::new();
    fold::push_words(title, &mut words);
    words.split(' ').filter(|word| word.len() > 3).map(str::to_owned).collect()
}
