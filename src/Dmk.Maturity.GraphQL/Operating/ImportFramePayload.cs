using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Description("What came of a frame, or of a part of it.")]
internal sealed record ImportFramePayload
{
    [Description("Parts of the frame that are there; 0 where none is awaited.")]
    public int PartsTaken { get; init; }

    [Description("Whether the frame is stored now. It never is before the last part, with a mistake, or in a dry run.")]
    public bool Stored { get; init; }

    [Description("Rows of the frame, one for each company; null where the frame was not looked through, or has mistakes.")]
    public int? Units { get; init; }

    [Description("Strata of the frame; null as units is.")]
    public int? Strata { get; init; }

    [Description("Rows of the earlier frame that this one replaces; null where there was none.")]
    public int? Replaced { get; init; }

    [Description("SHA-256 over the text, lower-case hexadecimal; null where the frame was not looked through.")]
    public string? Hash { get; init; }

    [Description("The first 20 mistakes of the frame, by row; nothing was stored then."), ListSize(20)]
    public IReadOnlyList<FrameMistakeView> Mistakes { get; init; } = [];

    [Description("How many mistakes there are beyond these.")]
    public int MoreMistakes { get; init; }

    [Description("What is no mistake and should be known."), ListSize(5)]
    public IReadOnlyList<string> Remarks { get; init; } = [];

    [Description("What else forbids it; nothing was stored then."), ListSize(5)]
    public IReadOnlyList<AuthorProblemView> Problems { get; init; } = [];

    internal static ImportFramePayload Of(FrameTable table) =>
        new()
        {
            Units = table.Mistakes.Count > 0 ? null : checked((int)table.Units),
            Strata = table.Mistakes.Count > 0 ? null : table.Strata.Count,
            Hash = table.Hash,
            Mistakes = [.. table.Mistakes.Select(mistake => new FrameMistakeView(mistake))],
            MoreMistakes = checked((int)table.MoreMistakes),
            Remarks = table.Said,
        };
}
