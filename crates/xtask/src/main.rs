//! The project's own commands: `cargo xtask serve`, `build`, `test` and so on.
//!
//! On a machine with Rust and Node.js each command first installs what it needs and is missing:
//! [`setup`] says what, and where.

mod args;
mod audit;
mod bench;
mod engine;
mod page;
mod process;
mod project;
mod reproduce;
mod sbom;
mod serve;
mod setup;
mod size;
mod soak;
mod suite;

use crate::args::{Args, Task};
use crate::project::Project;
use clap::Parser as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run(Args::parse().task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> anyhow::Result<ExitCode> {
    let project = Project::locate()?;
    match task {
        Task::Setup => {
            setup::ensure(&project, &setup::Part::ALL)?;
            println!("Everything that the other commands need is there.");
        }
        Task::Build => page::build(&project)?,
        Task::Engine(options) => engine::build(&project, &options.into)?,
        Task::Serve(options) if options.watch => page::watch(&project, options.port)?,
        Task::Serve(options) => {
            if !options.no_build {
                page::build(&project)?;
            }
            serve::run(&project.dist(), options.port)?;
        }
        Task::Bench(options) => bench::run(&project, &options)?,
        Task::Soak => soak::run(&project)?,
        Task::Reproduce(options) => reproduce::run(&project, &options)?,
        Task::Sbom(options) => sbom::write(&project, &options.into)?,
        Task::Audit(options) => audit::run(&project, &options)?,
        Task::Size => size::check(&project.dist())?,
        Task::Test(options) => return suite::run(&project, &options),
    }
    Ok(ExitCode::SUCCESS)
}
