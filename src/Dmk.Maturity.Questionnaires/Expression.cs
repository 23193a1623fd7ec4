namespace Dmk.Maturity.Questionnaires;

/// <summary>A parsed, typed and checked expression over answers.</summary>
public sealed class Expression
{
    /// <summary>As written by the author.</summary>
    public required string Source { get; init; }

    /// <summary>Ids of the questions, variables and computed values it reads.</summary>
    public required IReadOnlyList<string> Reads { get; init; }

    /// <summary>Parses and types an expression over a questionnaire's variables (also used by index models: <c>value:</c>).</summary>
    public static Reading<Expression> Parse(string source, Place place, Questionnaire questionnaire) => throw new NotImplementedException(source + place + questionnaire);

    /// <summary>The number it gives for this interview, or null when it is missing or unknown.</summary>
    public decimal? Number(Interview interview) => throw new NotImplementedException(interview.ToString());

    /// <summary>True, false, or null for unknown.</summary>
    public bool? Truth(Interview interview) => throw new NotImplementedException(interview.ToString());
}
