using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.GraphQL;

/// <summary>A root of the schema: its fields are the methods of one registered object, and a parameter of type <see cref="Caller"/> is
/// who asks.</summary>
[DoNotRegister]
internal sealed class RootType<T> : AutoRegisteringObjectGraphType<T>
    where T : notnull
{
    private static readonly Expression<Func<IResolveFieldContext, T>> _instance = context =>
        context.RequestServices!.GetRequiredService<T>();

    protected override LambdaExpression BuildMemberInstanceExpression(MemberInfo memberInfo) => _instance;

    protected override ArgumentInformation GetArgumentInformation<TParameterType>(FieldType fieldType, ParameterInfo parameterInfo)
    {
        var argument = base.GetArgumentInformation<TParameterType>(fieldType, parameterInfo);
        if (typeof(TParameterType) == typeof(Caller))
        {
            argument.SetDelegate(Caller.Of);
        }

        return argument;
    }
}
