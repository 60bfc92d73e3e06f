//! `offprint completions`.

use clap::CommandFactory;
use clap_complete::Shell;

use crate::Outcome;
use crate::args::Cli;

/// Write completions for a shell
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: offprint completions zsh > ~/.zfunc/_offprint")]
pub(crate) struct Options {
    shell: Shell,
}

/// Writes the completions to standard output.
pub(crate) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut Cli::command(), "offprint", &mut script);
    std::io::Write::write_all(&mut std::io::stdout().lock(), &script)?;
    Ok(Outcome::Good)
}
