namespace Dmk.Maturity.Questionnaires;

/// <summary>Values beside each other, as comparisons, lists and choices between values have them: all of one kind, and literals beside
/// codes are codes of the same list.</summary>
internal static class CodeCheck
{
    /// <summary>Whether a code is ticked in a multiple choice.</summary>
    public static Typed? Ticked(int at, ExpressionNode question, ExpressionNode code, TypeCheck types)
    {
        if (types.Of(question) is not { } set)
        {
            return null;
        }

        if (set is not Typed.Codes codes)
        {
            return types.Clash<Typed>(at, "a multiple choice", set);
        }

        if (code is not ExpressionNode.Words literal)
        {
            return types.Report(code.At, "type-clash", "Write the code in quotes, as in 'code' in question.");
        }

        return IsCode(literal.Value, codes.Options, literal.At, types)
            ? new Typed.Truth(slots => codes.Read(slots)?.Contains(literal.Value))
            : null;
    }

    /// <summary>Makes literals that stand beside codes codes of the same list, and asks that all have one kind.</summary>
    public static IReadOnlyList<Typed>? Alike(IReadOnlyList<(Typed Typed, int At)> all, TypeCheck types)
    {
        var alike = new Typed[all.Count];
        var (codes, code, other) = (-1, -1, -1);
        for (var i = all.Count - 1; i >= 0; i--)
        {
            alike[i] = all[i].Typed;
            codes = alike[i] is Typed.Codes ? i : codes;
            code = alike[i] is Typed.Code ? i : code;
            other = alike[i].Kind != all[0].Typed.Kind ? i : other;
        }

        return codes >= 0 ? types.Clash<IReadOnlyList<Typed>>(all[codes].At, "a single value", alike[codes])
            : code >= 0 ? AlikeCodes(all, ((Typed.Code)alike[code]).Options, types)
            : other < 0 ? alike
            : Clash(all[other].At, alike[other], alike[0], types);
    }

    private static Typed[]? Clash(int at, Typed found, Typed beside, TypeCheck types)
    {
        types.Report(
            at,
            "type-clash",
            $"This is {TypeCheck.KindOf(found)}, but it stands beside {TypeCheck.KindOf(beside)}. Both must be of one kind."
        );
        return null;
    }

    private static List<Typed>? AlikeCodes(IReadOnlyList<(Typed Typed, int At)> all, IReadOnlyList<Option> options, TypeCheck types)
    {
        var alike = new List<Typed>();
        foreach (var (typed, at) in all)
        {
            if (typed is Typed.Words { Literal: { } literal })
            {
                if (IsCode(literal, options, at, types))
                {
                    alike.Add(new Typed.Code(_ => literal, options));
                }
            }
            else if (typed is not Typed.Code code)
            {
                types.Report(at, "type-clash", $"This is {TypeCheck.KindOf(typed)}, but it stands beside a code. Write a code in quotes.");
            }
            else if (
                !ReferenceEquals(code.Options, options)
                && !code.Options.Select(option => option.Code).SequenceEqual(options.Select(option => option.Code))
            )
            {
                types.Report(at, "type-clash", "These two questions have different code lists, so their codes cannot be compared.");
            }
            else
            {
                alike.Add(code);
            }
        }

        return alike.Count == all.Count ? alike : null;
    }

    private static bool IsCode(string code, IReadOnlyList<Option> options, int at, TypeCheck types)
    {
        for (var i = 0; i < options.Count; i++)
        {
            if (options[i].Code == code)
            {
                return true;
            }
        }

        var near = NearMiss.Of(code, options.Select(option => option.Code));
        var known = string.Join(", ", options.Take(12).Select(option => option.Code)) + (options.Count > 12 ? ", ..." : "");
        types.Report(
            at,
            "unknown-code",
            $"The question has no code '{code}'.{(near is null ? "" : $" Did you mean '{near}'?")} Its codes: " + $"{known}."
        );
        return false;
    }
}
