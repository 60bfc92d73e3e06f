//! What the host calls.

use std::cell::RefCell;

use offprint_core::format::Format;
use offprint_core::query::Facet;

use crate::engine::Engine;
use crate::measure;
use crate::memory::Memory;
use crate::output::Output;

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// All that there is: an instance of the module has one thread.
#[derive(Default)]
struct State {
    input: Vec<u8>,
    engine: Engine,
    output: Output,
    memory: Memory,
}

/// Calls `act` with the first `length` bytes of the input, and an empty output.
fn with<T>(length: u32, act: impl FnOnce(&mut Engine, &[u8], &mut Output) -> T) -> T {
    STATE.with_borrow_mut(|state| {
        state.output.clear();
        state.memory.look_ahead();
        let input = state.input.get(..length as usize).unwrap_or_default();
        act(&mut state.engine, input, &mut state.output)
    })
}

fn with_text<T>(length: u32, act: impl FnOnce(&mut Engine, &str, &mut Output) -> T) -> T {
    with(length, |engine, input, output| act(engine, &String::from_utf8_lossy(input), output))
}

fn facet(number: u32) -> Facet {
    Facet::ALL.get(number as usize).copied().unwrap_or(Facet::Author)
}

fn words(input: &[u8]) -> Vec<u32> {
    input.as_chunks::<4>().0.iter().map(|word| u32::from_le_bytes(*word)).collect()
}

macro_rules! exports {
    ($($(#[$doc:meta])* $name:ident($($argument:ident: $type:ty),*) $(-> $result:ty)? $body:block)*) => {$(
        $(#[$doc])*
        #[allow(unsafe_code, reason = "the names of a module's exports are its own")]
        #[unsafe(no_mangle)]
        pub(crate) extern "C" fn $name($($argument: $type),*) $(-> $result)? $body
    )*};
}

exports! {
    /// The address of a buffer for this many bytes of input; it stays until the next call of this.
    reserve(length: u32) -> *const u8 {
        STATE.with_borrow_mut(|state| {
            state.input.resize(state.input.len().max(length as usize), 0);
            state.input.as_ptr()
        })
    }

    /// The address of the numbers of the last answer.
    numbers() -> *const u32 {
        STATE.with_borrow(|state| state.output.numbers.as_ptr())
    }

    /// How many numbers it has.
    numbers_length() -> u32 {
        STATE.with_borrow(|state| state.output.numbers.len() as u32)
    }

    /// The address of the text of the last answer, in UTF-8.
    text() -> *const u8 {
        STATE.with_borrow(|state| state.output.text.as_ptr())
    }

    /// How many bytes it has.
    text_length() -> u32 {
        STATE.with_borrow(|state| state.output.text.len() as u32)
    }

    /// [`Engine::feed`].
    feed(length: u32) {
        with(length, |engine, input, _| engine.feed(input));
    }

    /// [`Engine::end`].
    end() {
        with(0, |engine, _, output| engine.end(output));
    }

    /// [`Engine::feed_abstracts`].
    feed_abstracts(length: u32) {
        with(length, |engine, input, _| engine.feed_abstracts(input));
    }

    /// [`Engine::end_abstracts`]: 1 or 0.
    end_abstracts() -> u32 {
        with(0, |engine, _, _| u32::from(engine.end_abstracts()))
    }

    /// [`Engine::step`].
    step() -> u32 {
        with(0, |engine, _, _| engine.step())
    }

    /// [`Engine::answer`].
    answer(length: u32) {
        with_text(length, |engine, search, output| engine.answer(search, output));
    }

    /// [`Engine::entry`].
    entry(number: u32) {
        with(0, |engine, _, output| engine.entry(number, output));
    }

    /// [`Engine::export`]. Input: the numbers of the entries.
    export(format: u32, length: u32) {
        with(length, |engine, input, output| {
            let format = Format::ALL.get(format as usize).copied().unwrap_or(Format::CslJson);
            engine.export(format, &words(input), output);
        });
    }

    /// [`Engine::read_references`].
    read_references(length: u32) {
        with_text(length, |engine, file, _| engine.read_references(file));
    }

    /// [`Engine::unwritten`]. Input: the numbers of the entries.
    unwritten(length: u32) {
        with(length, |engine, input, output| engine.unwritten(&words(input), output));
    }

    /// [`Engine::put_references`]. Input: the numbers of this many entries; then the text.
    put_references(count: u32, length: u32) {
        with(length, |engine, input, _| {
            let (entries, text) = input.split_at_checked(4 * count as usize).unwrap_or_default();
            engine.put_references(&words(entries), &String::from_utf8_lossy(text));
        });
    }

    /// [`Engine::references`].
    references(entry: u32) {
        with(0, |engine, _, output| engine.references(entry, output));
    }

    /// [`Engine::bibliography`]. Input: the numbers of the entries.
    bibliography(style: u32, length: u32) {
        with(length, |engine, input, output| engine.bibliography(style, &words(input), output));
    }

    /// [`Engine::year`].
    year(number: u32) -> i32 {
        with(0, |engine, _, _| engine.year(number))
    }

    /// [`Engine::by_anchor`].
    by_anchor(length: u32) -> u32 {
        with_text(length, |engine, anchor, _| engine.by_anchor(anchor))
    }

    /// [`Engine::find`].
    find(number: u32, length: u32) -> u32 {
        with_text(length, |engine, name, _| engine.find(facet(number), name))
    }

    /// [`Engine::label`].
    label(number: u32, length: u32) {
        with_text(length, |engine, name, output| engine.label(facet(number), name, output));
    }

    /// [`Engine::choices`]. Input: at most how many, how many come first, and their numbers; then what was typed.
    choices(number: u32, length: u32) {
        with(length, |engine, input, output| {
            let mut words = words(input).into_iter();
            let (most, count) = (words.next().unwrap_or(0), words.next().unwrap_or(0));
            let first: Vec<u32> = words.take(count as usize).collect();
            let narrow = input.get(8 + 4 * first.len()..).unwrap_or_default();
            engine.choices(facet(number), &String::from_utf8_lossy(narrow), &first, most as usize, output);
        });
    }

    /// [`measure::add`].
    bench_add(length: u32) {
        with(length, |engine, input, _| measure::add(engine.intake(), input));
    }

    /// Ends and indexes what [`bench_add`] added.
    bench_finish() {
        with(0, |engine, _, _| engine.end_added());
    }

    /// [`measure::query`]; how many results.
    bench_query(length: u32) -> u32 {
        with_text(length, |engine, text, output| measure::query(engine.packed(), text, output))
    }

    /// [`measure::facets`]; how many results.
    bench_facets(length: u32) -> u32 {
        with_text(length, |engine, text, output| measure::facets(engine.packed(), text, output))
    }

    /// The address of the results of [`bench_query`].
    results_ptr() -> *const u32 {
        numbers()
    }

    /// The address of the counts of [`bench_facets`].
    facets_ptr() -> *const u8 {
        text()
    }

    /// How many bytes they have.
    facets_len() -> u32 {
        text_length()
    }
}
