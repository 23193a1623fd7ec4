using Dmk.Maturity.Storage;

namespace Dmk.Maturity.Grains;

/// <summary>Access codes that have been made and are stored nowhere: they open nothing until <see cref="CodeIssue.PutInForce"/>.</summary>
public sealed class FreshCodes
{
    internal FreshCodes(string study, IReadOnlyList<Invitation> invitations, IReadOnlyList<IssuedCode> hashed, int nameless) =>
        (Study, Invitations, Hashed, Nameless) = (study, invitations, hashed, nameless);

    public string Study { get; }

    /// <summary>In the order of the sample.</summary>
    public IReadOnlyList<Invitation> Invitations { get; }

    /// <summary>To how many companies no letter can be addressed. A sample that came without any names counts 0.</summary>
    public int Nameless { get; }

    internal IReadOnlyList<IssuedCode> Hashed { get; }
}

/// <summary>Which of the companies that have not submitted get a fresh code.</summary>
public enum Recipients
{
    /// <summary>Those without a valid code that was written out for a letter.</summary>
    WithoutLetter,

    /// <summary>All; the codes in letters that were sent end.</summary>
    All,
}
