using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

/// <summary>Languages by their codes.</summary>
internal sealed class LanguageType : EnumerationGraphType
{
    public LanguageType()
    {
        Name = "Language";
        Description = "A language that texts are given in.";
        Add("DE", Language.German, "German.");
        Add("EN", Language.English, "English.");
    }
}
