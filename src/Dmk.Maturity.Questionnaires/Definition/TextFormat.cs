namespace Dmk.Maturity.Questionnaires;

/// <summary>What kind of text a question asks for. Browsers offer the right keyboard and what the person wrote elsewhere.</summary>
public enum TextFormat
{
    /// <summary>Any words.</summary>
    Plain,

    /// <summary>One address, as in name@example.org.</summary>
    Email,

    /// <summary>A telephone number: 5 to 20 digits, possibly + at the beginning, with spaces, brackets, hyphens and slashes.</summary>
    Phone,

    /// <summary>A German postal code: five digits.</summary>
    PostalCode,
}
