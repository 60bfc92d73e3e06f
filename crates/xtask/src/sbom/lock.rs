//! What Cargo.lock and rust-toolchain.toml say.

use anyhow::Context as _;
use std::collections::BTreeMap;
use toml::{Table, Value};

/// SHA-256 of each package that comes from a registry, by name and version.
pub(super) type Checksums = BTreeMap<(String, String), String>;

/// Returns the checksums in Cargo.lock.
pub(super) fn checksums(lock: &str) -> anyhow::Result<Checksums> {
    let lock: Table = lock.parse().context("Cargo.lock is no TOML")?;
    let packages = lock.get("package").and_then(Value::as_array).context("Cargo.lock has no packages")?;
    let member = |package: &Value, name: &str| package.get(name).and_then(Value::as_str).map(str::to_owned);
    let checksum = |package| {
        let key = (member(package, "name")?, member(package, "version")?);
        Some((key, member(package, "checksum")?))
    };
    Ok(packages.iter().filter_map(checksum).collect())
}

/// Returns the version of Rust that is built with.
pub(super) fn toolchain(file: &str) -> anyhow::Result<String> {
    let file: Table = file.parse().context("rust-toolchain.toml is no TOML")?;
    let channel = file.get("toolchain").and_then(|it| it.get("channel")).and_then(Value::as_str);
    Ok(channel.context("rust-toolchain.toml names no `toolchain.channel`")?.to_owned())
}
