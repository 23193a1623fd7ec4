namespace Dmk.Maturity.Questionnaires;

/// <summary>A text in both languages, plain text only.</summary>
public sealed record Text(string De, string En)
{
    public string In(Language language) => language == Language.German ? De : En;
}
