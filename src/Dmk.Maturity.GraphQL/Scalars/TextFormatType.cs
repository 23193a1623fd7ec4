using System.Diagnostics;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

/// <summary>Formats of texts, described.</summary>
internal sealed class TextFormatType()
    : DescribedEnum<TextFormat>(
        "TextFormat",
        "What kind of text a question asks for.",
        value =>
            value switch
            {
                TextFormat.Plain => "Any words.",
                TextFormat.Email => "One e-mail address.",
                TextFormat.Phone => "A telephone number.",
                TextFormat.PostalCode => "A German postal code: five digits.",
                _ => throw new UnreachableException(),
            }
    );
