using System.Diagnostics;
using Dmk.Maturity.Grains;

namespace Dmk.Maturity.GraphQL;

/// <summary>Statuses of a response, described.</summary>
internal sealed class ResponseStatusType()
    : DescribedEnum<ResponseStatus>(
        "ResponseStatus",
        "Where a response stands in its life.",
        value =>
            value switch
            {
                ResponseStatus.Invited => "Nothing has been saved yet.",
                ResponseStatus.Draft => "Saved, and not yet submitted.",
                ResponseStatus.Submitted => "Submitted: it counts.",
                _ => throw new UnreachableException(),
            }
    );
