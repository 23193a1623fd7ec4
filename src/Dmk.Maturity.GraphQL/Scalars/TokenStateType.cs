using System.Diagnostics;
using Dmk.Maturity.Grains;

namespace Dmk.Maturity.GraphQL;

/// <summary>States of a token, described.</summary>
internal sealed class TokenStateType()
    : DescribedEnum<TokenState>(
        "TokenState",
        "Whether a token opens anything.",
        value =>
            value switch
            {
                TokenState.Valid => "It does.",
                TokenState.Expired => "Its time has run out.",
                TokenState.Revoked => "Somebody has ended it, before its time or after.",
                _ => throw new UnreachableException(),
            }
    );
