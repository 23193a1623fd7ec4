using Dmk.Maturity.Grains;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

/// <summary>Exceptions that the grains' room throws on purpose: what they are called here, and what to do about them. Everything else is
/// unexpected.</summary>
internal sealed record WorldFault(string Code, string Message)
{
    /// <summary>Answered with 503 and Retry-After.</summary>
    public const string StoreDown = "STORE_UNAVAILABLE";

    /// <summary>Answered likewise: whether a mutation took effect is not known.</summary>
    public const string ResultUnknown = "RESULT_UNKNOWN";

    public bool IsOfStore => Code is StoreDown or ResultUnknown;

    /// <returns>Null for an exception that nobody expected.</returns>
    public static WorldFault? Of(Exception? exception) =>
        exception switch
        {
            _ when ResultUnknownException.Of(exception) is { } unknown => new(ResultUnknown, unknown.Message),
            StoreBusyException busy => new("BUSY", busy.Message),
            ResultRequestException wrong => new(wrong.Code, wrong.Message),
            NotPermittedException forbidden => new("FORBIDDEN", forbidden.Message),
            PartitionMissingException missing => new(
                "PARTITION_MISSING",
                $"{missing.Message} A table without a Land is not given. Try again in a moment."
            ),
            DamagedResponseException damaged => new("RESPONSE_DAMAGED", $"{damaged.Message} Tell the people who run this survey."),
            NoDonorException missing => new(
                "NO_RESPONDENTS",
                $"{missing.Message} A table that leaves a part of the population out is not given."
            ),
            _ => StoreDownException.Of(exception) is { } down ? new(StoreDown, down.Message) : null,
        };
}
