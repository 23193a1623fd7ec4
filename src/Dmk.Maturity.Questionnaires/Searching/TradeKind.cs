namespace Dmk.Maturity.Questionnaires;

/// <summary>What the ending of a word says about a trade.</summary>
internal enum TradeKind
{
    /// <summary>Nothing: Maler.</summary>
    Bare,

    /// <summary>That it is one: Malerbetrieb, Dachdeckerei.</summary>
    Craft,

    /// <summary>Blumenladen.</summary>
    Shop,

    /// <summary>Weingroßhandel.</summary>
    Wholesale,

    /// <summary>Arztpraxis, Steuerbüro.</summary>
    Office,

    /// <summary>Fahrradwerkstatt.</summary>
    Workshop,

    /// <summary>Möbelfabrik.</summary>
    Making,

    /// <summary>Autovermietung.</summary>
    Renting,

    /// <summary>Tanzschule.</summary>
    Teaching,
}
