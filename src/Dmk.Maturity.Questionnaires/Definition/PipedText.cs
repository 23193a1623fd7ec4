namespace Dmk.Maturity.Questionnaires;

/// <summary>A text into which answers are piped, cut into its parts.</summary>
internal sealed record PipedText(IReadOnlyList<PipedText.Part> De, IReadOnlyList<PipedText.Part> En)
{
    public IReadOnlyList<Part> In(Language language) => language == Language.German ? De : En;

    /// <summary>A stretch of the text: words as they stand, an answer, or what an expression gives.</summary>
    /// <param name="Words">As they stand; where there is an answer, what stands there while it is missing.</param>
    /// <param name="Answer">The slot of the answer, or null.</param>
    /// <param name="Value">What is worked out, or null.</param>
    public sealed record Part(string Words, Named.Slot? Answer = null, Expression? Value = null)
    {
        /// <summary>The slots it reads.</summary>
        public IReadOnlyList<int> Reads => Answer is { } slot ? [slot.Index] : Value?.Slots ?? [];
    }
}
