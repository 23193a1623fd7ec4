namespace Dmk.Maturity.Questionnaires;

/// <summary>Functions over the codes of a classification: each gives null where it has reported a problem.</summary>
internal static class OverCodes
{
    private const string SectorKey = "sector";

    /// <summary>Whether a code stands below another one in its classification, at any distance, or is that one.</summary>
    public static Typed? Below(TypeCheck types, ExpressionNode.Call call)
    {
        if (Code(types, call) is not (var code, var classification))
        {
            return null;
        }

        var place = call.Arguments[1];
        if (place is not ExpressionNode.Words { Value: var above })
        {
            return types.Report(place.At, "type-clash", "Write the code in quotes, as in below(activity, 'C').");
        }

        if (classification.Find(above) is null)
        {
            var near = NearMiss.Of(above, classification.Entries.Select(entry => entry.Code));
            return types.Report(
                place.At,
                "unknown-code",
                $"'{classification.Id}' has no code '{above}'.{(near is null ? "" : $" Did you mean '{near}'?")}"
            );
        }

        return new Typed.Truth(slots => code.Read(slots) is { } one ? one == above || classification.IsBelow(one, above) : null);
    }

    /// <summary>The report sector (<c>sector</c>) that a code of the WZ belongs to; missing where its section belongs to none.</summary>
    public static Typed? Sector(TypeCheck types, ExpressionNode.Call call)
    {
        if (Code(types, call) is not (var code, var classification))
        {
            return null;
        }

        var sectors = types.Classifications.Find(SectorKey);
        var sections = types.Classifications.All.FirstOrDefault(one =>
            one.Edition == classification.Edition && one.Entries.Any(entry => entry.Properties.ContainsKey(SectorKey))
        );
        return sectors is null || sections is null
            ? types.Report(
                call.Arguments[0].At,
                "type-clash",
                $"Nothing says which sector a code of '{classification.Id}' belongs to. Ask for a code of the WZ."
            )
            : new Typed.Code(
                slots => code.Read(slots) is { } one ? SectorOf(one, classification, sections) : null,
                [.. sectors.Entries.Select(entry => new Option(entry.Code, entry.Label))]
            );
    }

    private static string? SectorOf(string code, Classification classification, Classification sections)
    {
        for (var entry = classification.Find(code); entry is not null; entry = classification.ParentOf(entry))
        {
            if (sections.Find(entry.Code)?.Properties.GetValueOrDefault(SectorKey) is { } sector)
            {
                return sector;
            }
        }

        return null;
    }

    private static (Typed.Code, Classification)? Code(TypeCheck types, ExpressionNode.Call call)
    {
        var node = call.Arguments[0];
        if (types.Of(node) is not { } typed)
        {
            return null;
        }

        if (typed is Typed.Code code && types.ClassificationOf(node) is { } classification)
        {
            return (code, classification);
        }

        types.Report(
            node.At,
            "type-clash",
            "Expected the answer to a question over a classification (codeSearch, or a codelist of the folder), but this is "
                + $"{TypeCheck.KindOf(typed)}."
        );
        return null;
    }
}
