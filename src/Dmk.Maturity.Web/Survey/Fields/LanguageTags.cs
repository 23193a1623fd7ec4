using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>How languages are named to browsers.</summary>
public static class LanguageTags
{
    extension(Language language)
    {
        /// <summary>As in paths and in the attribute lang: de or en.</summary>
        public string Tag => language == Language.German ? "de" : "en";
    }
}
