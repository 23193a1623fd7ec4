using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>What a request is about exists in one language only.</summary>
internal sealed record OneLanguage(Language Only);
