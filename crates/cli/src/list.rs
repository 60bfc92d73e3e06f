//! A list that is read to be written in another form.

use std::io::Read;
use std::path::Path;

use anyhow::Context;
use flate2::read::GzDecoder;
use offprint_core::problem::Loss;
use offprint_core::read::{self, Reading};

use crate::Outcome;
use crate::text::printable;

/// What was read, and whether it was all.
#[derive(Debug)]
pub(crate) struct List {
    pub(crate) reading: Reading,
    pub(crate) outcome: Outcome,
}

/// Reads a file, or standard input for `-`, with the file of abstracts that it names. Says what was left out.
pub(crate) fn read(file: &Path) -> anyhow::Result<List> {
    let name = if file == Path::new("-") { "standard input".to_owned() } else { file.display().to_string() };
    let bytes = bytes(file).with_context(|| format!("{name} cannot be read"))?;
    let mut reading = read::read(&bytes).with_context(|| format!("{name} cannot be read"))?;
    let has_abstracts = add_abstracts(&mut reading, file);
    let mut outcome = if has_abstracts { Outcome::Good } else { Outcome::Problems };
    if reading.problems.iter().any(|problem| problem.loss != Loss::Nothing) {
        outcome = Outcome::Problems;
    }
    if !reading.problems.is_empty() {
        say(&counted(&reading, &name));
    }
    Ok(List { reading, outcome })
}

/// Reads a file alone, as the page shows it before the abstracts of a file of their own are there.
pub(crate) fn read_bare(file: &Path) -> anyhow::Result<Reading> {
    let context = || format!("{} cannot be read", file.display());
    read::read(&bytes(file).with_context(context)?).with_context(context)
}

/// Returns the bytes of a file, unpacked where it is compressed.
fn bytes(file: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    match file {
        _ if file == Path::new("-") => drop(std::io::stdin().lock().read_to_end(&mut bytes)?),
        _ => bytes = std::fs::read(file)?,
    }
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(bytes);
    }
    let mut unpacked = Vec::new();
    GzDecoder::new(&bytes[..]).read_to_end(&mut unpacked)?;
    Ok(unpacked)
}

/// Adds the abstracts that lie in a file of their own. Whether all that there should be are there.
fn add_abstracts(reading: &mut Reading, file: &Path) -> bool {
    let Some(named) = reading.envelope.abstracts.clone() else { return true };
    if named.split(['/', '\\']).any(|part| part == "..") {
        say(&format!("{named} lies outside of the folder of {}, so abstracts are left out", file.display()));
        return false;
    }
    let path = file.parent().unwrap_or_else(|| Path::new("")).join(&named);
    match bytes(&path) {
        Ok(bytes) if reading.add_abstracts(&bytes) => true,
        Ok(_) => {
            say(&format!("{} is not whole, so abstracts are left out", path.display()));
            false
        }
        Err(error) => {
            say(&format!("{} cannot be read, so its abstracts are left out: {error}", path.display()));
            false
        }
    }
}

fn counted(reading: &Reading, name: &str) -> String {
    let problems = match reading.problems.len() {
        1 => "1 problem".to_owned(),
        problems => format!("{problems} problems"),
    };
    let left_out = match reading.left_out() {
        0 => String::new(),
        1 => ", 1 entry left out".to_owned(),
        entries => format!(", {entries} entries left out"),
    };
    let cut = if reading.is_cut_short() { ", and the file breaks off" } else { "" };
    format!("{problems} in {name}{left_out}{cut}; `offprint check` names each")
}

/// Tells the person at the terminal; what is exported stays apart from it.
pub(crate) fn say(text: &str) {
    eprintln!("warning: {}", printable(text));
}
