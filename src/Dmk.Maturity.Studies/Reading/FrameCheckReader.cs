using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Reads <c>heldAgainstFrame: true</c>, or the words and the reason that are asked for.</summary>
internal sealed record FrameCheckReader(Text? Message, Explanation Explain)
{
    private static readonly Dictionary<string, Explanation> _explain = new(StringComparer.Ordinal)
    {
        ["no"] = Explanation.None,
        ["optional"] = Explanation.Optional,
        ["required"] = Explanation.Required,
    };

    /// <param name="isTold">The frame knows the variable, and an answer tells it.</param>
    /// <returns>Null where nothing is held against the frame.</returns>
    public static FrameCheckReader? Read(YamlMapping variable, bool isTold)
    {
        if (variable.Optional("heldAgainstFrame") is not { } node)
        {
            return null;
        }

        var read =
            node is YamlMapping own ? Words(own)
            : node.AsTruth() == true ? new(null, Explanation.None)
            : null;
        if (read is not null && !isTold)
        {
            node.Report(
                "nothing-to-hold",
                "Only an answer can be held against the frame, and only where the frame knows the variable. Write from: and the question "
                    + "that tells it, and name the variable among the strata, or remove 'heldAgainstFrame'."
            );
            return null;
        }

        return read;
    }

    public FrameCheck Of(ReportingVariable variable, AnsweredVariable answered) =>
        new(variable, answered, Message ?? FrameCheck.MessageFor(variable.Title), Explain);

    private static FrameCheckReader Words(YamlMapping own)
    {
        var node = own.Optional("message");
        var message = node?.AsText();
        var explain = own.Optional("explain")?.AsChoice(_explain) ?? Explanation.None;
        own.NothingElse();
        foreach (var name in message is null ? [] : FrameCheck.UnknownNames(message))
        {
            node!.Report(
                "unknown-name",
                $"A message of heldAgainstFrame has {FrameCheck.FrameCode} and {FrameCheck.AnsweredCode}, not {name}. Use one of these."
            );
        }

        return new(message, explain);
    }
}
