namespace Dmk.Maturity.Questionnaires;

/// <summary>How a typed word and a word of a title agree, the best first.</summary>
internal enum WordMatch
{
    /// <summary>Hotels = Hotels.</summary>
    Whole,

    /// <summary>Hotel = Hotels: a beginning that lacks the ending only.</summary>
    Inflected,

    /// <summary>Hote = Hotels.</summary>
    Beginning,

    /// <summary>Zahnärzte = Zahnarzt, Maler = Malerei.</summary>
    Stem,

    /// <summary>Steuerberater = Steuerberatungsgesellschaften.</summary>
    StemBeginning,

    /// <summary>Tischler = Bautischlerei.</summary>
    Part,

    /// <summary>Reinigugn = Reinigung. Tried only for a word that no title has in any of the ways above.</summary>
    Typo,

    /// <summary>Softwareschmiede = Software: the title has only the beginning or the end of what was typed.</summary>
    Container,

    /// <summary>Landwirt Getreide = Anbau von Getreide, below Landwirtschaft: another typed word is in the title, this one in a title
    /// above it.</summary>
    Above,

    /// <summary>Möbel = Herstellung von Holzwaren (ohne Möbel).</summary>
    Excluded,

    None,
}
