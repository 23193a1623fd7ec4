namespace Dmk.Maturity.Questionnaires;

/// <summary>What an expression gives.</summary>
public enum ExpressionKind
{
    Number,

    /// <summary>True, false or unknown.</summary>
    Truth,
    Text,
    Date,

    /// <summary>One code of a code list.</summary>
    Code,

    /// <summary>The codes ticked in a multiple choice.</summary>
    Codes,

    /// <summary>From one day to another.</summary>
    Period,

    /// <summary>The items of a roster.</summary>
    Items,
}
