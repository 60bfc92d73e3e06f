//! Commands of TeX that stand for one sign.

/// The Greek letters and signs that titles have, by the names of their commands.
const SYMBOLS: &str = "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ \
    lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ \
    Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω infty ∞ times × cdot · pm ± mp ∓ le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ \
    geqslant ≥ neq ≠ ne ≠ ll ≪ gg ≫ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ to → rightarrow → leftarrow ← \
    leftrightarrow ↔ longrightarrow → Rightarrow ⇒ mapsto ↦ in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩ setminus \\ emptyset ∅ \
    forall ∀ exists ∃ neg ¬ wedge ∧ vee ∨ oplus ⊕ otimes ⊗ circ ∘ bullet • star ⋆ ast ∗ dagger † ell ℓ hbar ℏ partial ∂ nabla ∇ \
    sum ∑ prod ∏ int ∫ lbrace { rbrace } langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ mid | vert | Vert ‖ ldots … dots … \
    cdots … prime ′ odot ⊙ perp ⊥ parallel ∥ degree ° aleph ℵ Re ℜ Im ℑ lesssim ≲ gtrsim ≳ vdash ⊢ models ⊨ square □ S § colon :";

/// Commands that say how their argument looks, and leave what it says.
const LOOKS: &str = "mathrm mathbf mathit mathsf mathtt mathcal mathbb mathfrak mathscr boldsymbol bm rm bf it text textrm textit \
    textbf textsf texttt textsc mbox hbox operatorname left right big Big bigg Bigg bigl bigr Bigl Bigr displaystyle textstyle \
    scriptstyle limits nolimits ensuremath overline underline bar hat widehat tilde widetilde vec dot ddot mathring mathop mathrel";

/// Further commands of mathematics: functions, and what arranges its arguments.
const OTHERS: &str = "log ln lg exp sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan max min sup inf lim limsup liminf det dim \
    ker gcd deg arg hom Pr mod bmod pmod frac dfrac tfrac binom sqrt quad qquad underbrace overbrace stackrel not big";

/// Returns whether a command does nothing but set mathematics.
pub(super) fn is_known(command: &str) -> bool {
    let is_other = || OTHERS.split_ascii_whitespace().any(|other| other == command);
    symbol(command).is_some() || is_look(command) || is_other()
}

/// Returns the sign that a command stands for.
pub(super) fn symbol(command: &str) -> Option<&'static str> {
    let mut words = SYMBOLS.split_ascii_whitespace();
    while let Some(name) = words.next() {
        let sign = words.next();
        if name == command {
            return sign;
        }
    }
    None
}

/// Returns whether a command says only how something looks.
pub(super) fn is_look(command: &str) -> bool {
    LOOKS.split_ascii_whitespace().any(|look| look == command)
}
